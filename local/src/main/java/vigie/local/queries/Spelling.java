package vigie.local.queries;

import java.util.Arrays;

/** Finds back where the characters of a value stand in its file, behind the quotes, escapes and folded lines of JSON and YAML. */
final class Spelling {

    private final String file;
    private final String value;
    private final int start;
    private final char quote;
    private int at;

    private Spelling(String file, int start, String value) {
        this.file = file;
        this.value = value;
        this.start = start;
        char first = start < file.length() ? file.charAt(start) : 0;
        quote = first == '"' || first == '\'' ? first : 0;
        boolean block = first == '|' || first == '>';
        int body = block ? file.indexOf('\n', start) + 1 : start + (quote == 0 ? 0 : 1);
        at = body > 0 ? body : file.length();
    }

    /**
     * The offset in {@code file} of every character of {@code value}, and of its end.
     *
     * @param start where the value begins in the file, with its quote or block sign if it has one
     */
    static int[] places(String file, int start, String value) {
        return new Spelling(file, start, value).places();
    }

    private int[] places() {
        var places = new int[value.length() + 1];
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean space = Character.isWhitespace(c);
            skipContinuedLines();
            if (!space && !escaped()) {
                skipSpace();
            }
            places[i] = at;
            if (escaped()) {
                boolean pair = Character.isHighSurrogate(c) && at + 1 < file.length() && file.charAt(at + 1) == 'U';
                at += escapeLength();
                if (pair && i + 1 < value.length()) {
                    places[++i] = places[i - 1];
                }
            } else if (space) {
                at += at < file.length() && Character.isWhitespace(file.charAt(at)) ? 1 : 0;
            } else if (at < file.length() && file.charAt(at) == c) {
                at += quote == '\'' && c == '\'' ? 2 : 1;
            } else {
                // a tag or an anchor stands before the value: its beginning is better than a wrong place
                Arrays.fill(places, start);
                return places;
            }
        }
        places[value.length()] = at;
        return places;
    }

    private boolean escaped() {
        return quote == '"' && at + 1 < file.length() && file.charAt(at) == '\\';
    }

    private int escapeLength() {
        return switch (file.charAt(at + 1)) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private void skipContinuedLines() {
        while (escaped() && (file.charAt(at + 1) == '\n' || file.charAt(at + 1) == '\r')) {
            at += 2;
            skipSpace();
        }
    }

    private void skipSpace() {
        while (at < file.length() && Character.isWhitespace(file.charAt(at))) {
            at++;
        }
    }
}
