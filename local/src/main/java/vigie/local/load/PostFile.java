package vigie.local.load;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;

/**
 * A file of posts: NDJSON or CSV, gzip or plain, told apart by what is inside gzip and by the name. Reads lazily, so a file may be
 * larger than memory.
 */
public final class PostFile implements AutoCloseable {

    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final int LONGEST_HEADER = 1 << 15;

    private final InputStream raw;
    private final BufferedReader reader;
    private final boolean csv;
    private final AtomicLong bytesRead = new AtomicLong();

    public PostFile(Path path) throws IOException {
        var counted = new CountingStream(Files.newInputStream(path), bytesRead);
        raw = new BufferedInputStream(counted, 1 << 16);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        var in = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        skipByteOrderMark();
        csv = path.getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.gz$", "")
                .endsWith(".csv");
    }

    /** Spreadsheets put it first; kept, it would be part of the first column's name. */
    private void skipByteOrderMark() throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    /** Spreadsheets write a semicolon where the decimal sign is a comma, in French for one. */
    private char separator() throws IOException {
        reader.mark(LONGEST_HEADER);
        var header = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && header.length() < LONGEST_HEADER - 1; c = reader.read()) {
            header.append((char) c);
        }
        reader.reset();
        return header.indexOf(",") < 0 && header.indexOf(";") >= 0 ? ';' : ',';
    }

    /** Bytes taken from the file so far, compressed ones where it is compressed: what a progress bar counts. */
    public long bytesRead() {
        return bytesRead.get();
    }

    /** One JSON object a post, in the file's order. A line that is no JSON object comes as it is, for the service to refuse. */
    public Stream<String> lines(Columns columns) throws IOException {
        if (!csv) {
            return reader.lines().filter(line -> !line.isBlank());
        }
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator())
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        var parser = format.parse(reader);
        columns.check(parser.getHeaderNames());
        Iterator<String> rows = new Iterator<>() {
            private final Iterator<org.apache.commons.csv.CSVRecord> records = parser.iterator();

            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public String next() {
                return columns.toJson(records.next().toMap());
            }
        };
        return StreamSupport.stream(((Iterable<String>) () -> rows).spliterator(), false);
    }

    @Override
    public void close() {
        try {
            reader.close();
            raw.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class CountingStream extends java.io.FilterInputStream {
        private final AtomicLong count;

        CountingStream(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count.incrementAndGet();
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                count.addAndGet(n);
            }
            return n;
        }
    }
}
