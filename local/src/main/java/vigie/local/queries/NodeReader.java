package vigie.local.queries;

import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads JSON and YAML into {@link Node}s with one walk; both libraries speak in the same tokens. */
final class NodeReader {

    private final Source source;
    private final boolean yaml;
    private final JsonParser parser;

    private NodeReader(Source source, boolean yaml, JsonParser parser) {
        this.source = source;
        this.yaml = yaml;
        this.parser = parser;
    }

    /** The file cannot be read as what its name says. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int at;

        private Unreadable(String message, int at) {
            super(message);
            this.at = at;
        }

        int at() {
            return at;
        }
    }

    static Node read(Source source, boolean yaml) throws Unreadable {
        TokenStreamFactory factory = yaml ? new YAMLFactory() : new JsonFactory();
        try (var parser = factory.createParser(ObjectReadContext.empty(), source.text())) {
            var reader = new NodeReader(source, yaml, parser);
            try {
                if (parser.nextToken() == null) {
                    return new Node.Sequence(java.util.List.of(), 0);
                }
                var node = reader.node();
                if (parser.nextToken() != null) {
                    throw new Unreadable("more than one document", reader.at());
                }
                return node;
            } catch (JacksonException e) {
                throw new Unreadable(firstLine(e.getOriginalMessage()), reader.offset(e.getLocation()));
            }
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** The value at the current token; the depth is bounded by the parser. */
    private Node node() {
        int at = at();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var items = new ArrayList<Node>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node());
            }
            return new Node.Sequence(items, at);
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var entries = new ArrayList<Node.Entry>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var key = parser.currentName();
                int keyAt = at();
                parser.nextToken();
                entries.add(new Node.Entry(key, keyAt, node()));
            }
            return new Node.Mapping(entries, at);
        }
        boolean isText = parser.currentToken() == JsonToken.VALUE_STRING;
        return new Node.Scalar(
                isText ? parser.getString() : parser.currentToken().name(), isText, at);
    }

    private int at() {
        return offset(parser.currentTokenLocation());
    }

    private int offset(TokenStreamLocation location) {
        int length = source.text().length();
        int line = location.getLineNr();
        if (line < 1) {
            return 0;
        }
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = source.text().indexOf('\n', start) + 1;
            if (start == 0) {
                return length;
            }
        }
        int column = Math.max(0, location.getColumnNr() - 1);
        if (!yaml) {
            return Math.min(length, start + column);
        }
        // YAML's columns are code points
        int end = source.text().indexOf('\n', start);
        int most = source.text().codePointCount(start, end < 0 ? length : end);
        return source.text().offsetByCodePoints(start, Math.min(column, most));
    }
}
