package vigie.ingest.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.door.JsonProblem;

/** Takes a body apart item by item, so that no more than one item is held as a tree. */
final class BatchReader {

    /** Longer than any acceptable item, so that too long a text is named rather than called unreadable. */
    static final int LONGEST_LINE = 1_000_000;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(LONGEST_LINE)
                    .build())
            .build());

    private BatchReader() {}

    /** One object or an array of them; a body that is not JSON is refused whole. */
    static void document(InputStream body, Batch<?> into) throws IOException {
        try (var parser = MAPPER.createParser(body)) {
            var first = parser.nextToken();
            if (first == null) {
                throw Refusals.of(HttpStatus.BAD_REQUEST, "the body is empty");
            }
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    into.add(tree(parser));
                }
            } else {
                into.add(tree(parser));
            }
            if (parser.nextToken() != null) {
                throw Refusals.of(
                        HttpStatus.BAD_REQUEST,
                        "something follows the JSON value; for several values send an array or application/x-ndjson");
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw Refusals.of(JsonProblem.of(e));
        }
    }

    private static JsonNode tree(JsonParser parser) {
        return parser.readValueAsTree();
    }

    /** One value a line; an unreadable line is one rejected item, the others stand. Blank lines are nothing. */
    static void lines(InputStream body, Batch<?> into) throws IOException {
        var in = new java.io.BufferedInputStream(body, 64 * 1024);
        var line = new ByteArrayOutputStream();
        boolean tooLong = false;
        int b;
        do {
            b = in.read();
            if (b >= 0 && b != '\n') {
                tooLong |= line.size() >= LONGEST_LINE;
                if (!tooLong) {
                    line.write(b);
                }
                continue;
            }
            line(line.toByteArray(), tooLong, into);
            line.reset();
            tooLong = false;
        } while (b >= 0);
    }

    private static void line(byte[] line, boolean tooLong, Batch<?> into) {
        if (tooLong) {
            into.reject("the line is longer than " + LONGEST_LINE + " bytes");
            return;
        }
        if (isBlank(line)) {
            return;
        }
        JsonNode item;
        try {
            item = MAPPER.readTree(line);
        } catch (JacksonException e) {
            into.reject(column(e));
            return;
        }
        into.add(item);
    }

    private static String column(JacksonException e) {
        var at = e.getLocation();
        return "not well-formed JSON" + (at == null ? "" : " at column " + at.getColumnNr());
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
