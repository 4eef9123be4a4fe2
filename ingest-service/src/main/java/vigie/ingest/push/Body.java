package vigie.ingest.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A request's body, unpacked, and never longer than allowed whatever its headers or its compression promise. */
final class Body extends FilterInputStream {

    private final InFlight.Lease lease;
    private final long limit;

    private Body(InputStream in, InFlight.Lease lease, long limit) {
        super(in);
        this.lease = lease;
        this.limit = limit;
    }

    static Body of(HttpServletRequest request, InFlight.Lease lease, long limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        refuseOtherCharsets(request);
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        var name = encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity", "" -> new Body(request.getInputStream(), lease, limit);
            case "gzip", "x-gzip" -> new Body(unpacked(request), lease, limit);
            default -> throw Refusals.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding must be gzip or absent");
        };
    }

    private static InputStream unpacked(HttpServletRequest request) throws IOException {
        try {
            return new GZIPInputStream(request.getInputStream(), 16 * 1024);
        } catch (IOException e) {
            throw Refusals.of(HttpStatus.BAD_REQUEST, "the body is not gzip, though Content-Encoding says so");
        }
    }

    private static void refuseOtherCharsets(HttpServletRequest request) {
        var type = request.getContentType();
        var charset = type == null ? null : MediaType.parseMediaType(type).getCharset();
        if (charset != null
                && !charset.name().equals("UTF-8")
                && !charset.name().equals("US-ASCII")) {
            throw Refusals.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "JSON must be UTF-8");
        }
    }

    private static RuntimeException tooLarge(long limit) {
        return Refusals.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "the body is larger than " + limit + " bytes (unpacked); send fewer posts");
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int off, int len) throws IOException {
        int n = unpack(buffer, off, len);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    private int unpack(byte[] buffer, int off, int len) throws IOException {
        try {
            return in.read(buffer, off, len);
        } catch (ZipException | EOFException e) {
            throw Refusals.of(HttpStatus.BAD_REQUEST, "the compressed body is damaged or cut off");
        }
    }

    private void count(int n) {
        if (lease.size() + n > limit) {
            throw tooLarge(limit);
        }
        lease.grow(n);
    }
}
