package vigie.query;

/** Matches {@code *} and {@code ?}, in linear space and without recursion. */
final class Wildcards {
    private Wildcards() {}

    static boolean contains(String s) {
        return s.indexOf('*') >= 0 || s.indexOf('?') >= 0;
    }

    /** Whether the whole of {@code s} fits; {@code ?} takes one code point. */
    static boolean matches(String pattern, String s) {
        int p = 0;
        int i = 0;
        int star = -1;
        int retry = 0;
        while (i < s.length()) {
            int cp = s.codePointAt(i);
            int wanted = p < pattern.length() ? pattern.codePointAt(p) : -1;
            if (wanted == '*') {
                star = p++;
                retry = i;
            } else if (wanted == '?' || wanted == cp) {
                p += Character.charCount(wanted);
                i += Character.charCount(cp);
            } else if (star >= 0) {
                p = star + 1;
                retry += Character.charCount(s.codePointAt(retry));
                i = retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
