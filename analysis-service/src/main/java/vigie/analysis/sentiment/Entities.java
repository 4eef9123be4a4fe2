package vigie.analysis.sentiment;

import java.util.HashMap;
import java.util.Map;

/** HTML character references, as platforms' interfaces leave them in texts, often escaped twice. */
final class Entities {
    /** HTML 4's names for U+00A0 to U+00FF, in order. */
    private static final String LATIN_1 = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
            deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
            Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
            ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
            agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
            eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """;

    private static final Map<String, Integer> NAMED = named();

    private static final int LONGEST = 10;

    private Entities() {}

    private static Map<String, Integer> named() {
        var names = new HashMap<String, Integer>();
        int code = 0xA0;
        for (String name : LATIN_1.strip().split("\\s+", -1)) {
            names.put(name, code++);
        }
        names.putAll(Map.of("amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"', "apos", (int) '\''));
        names.putAll(Map.of("rsquo", 0x2019, "lsquo", 0x2018, "rdquo", 0x201D, "ldquo", 0x201C, "hellip", 0x2026));
        names.putAll(Map.of("euro", 0x20AC, "ndash", 0x2013, "mdash", 0x2014, "oelig", 0x153, "hearts", 0x2665));
        return names;
    }

    /**
     * Reads the reference at {@code at}, where an ampersand stands.
     *
     * @return the code point in the high half and the number of chars read in the low half, or 0 when there is none
     */
    static long at(char[] text, int at, int end) {
        int semicolon = at + 1;
        while (semicolon < end && semicolon - at <= LONGEST && text[semicolon] != ';') {
            semicolon++;
        }
        if (semicolon >= end || text[semicolon] != ';' || semicolon == at + 1) {
            return 0;
        }
        int code = text[at + 1] == '#' ? number(text, at + 2, semicolon) : name(text, at + 1, semicolon);
        return code <= 0 || code > Character.MAX_CODE_POINT || (code >= 0xD800 && code < 0xE000)
                ? 0
                : ((long) code << 32) | (semicolon + 1 - at);
    }

    private static int name(char[] text, int from, int to) {
        return NAMED.getOrDefault(new String(text, from, to - from), 0);
    }

    private static int number(char[] text, int from, int to) {
        boolean hex = from < to && (text[from] == 'x' || text[from] == 'X');
        int first = hex ? from + 1 : from;
        int value = 0;
        for (int i = first; i < to; i++) {
            int digit = Character.digit(text[i], hex ? 16 : 10);
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                return 0;
            }
            value = value * (hex ? 16 : 10) + digit;
        }
        return value;
    }
}
