package vigie.query;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;

/** Normal forms of field values, the same for what is indexed and what is asked. */
final class Names {
    private Names() {}

    /** White space runs made one blank, none at the ends. */
    static String tidy(String s) {
        var out = new StringBuilder(s.length());
        boolean space = false;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Forms.isSpace(c)) {
                space = !out.isEmpty();
            } else {
                if (space) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** All keys a name is found under: with and without accents. */
    static Set<String> keys(String name) {
        var accented = accented(name);
        var keys = new LinkedHashSet<String>();
        keys.add(Forms.cut(accented));
        keys.add(Forms.cut(folded(accented)));
        keys.remove("");
        return keys;
    }

    /** The key a query asks for: with accents if it was typed with them, which is then the only spelling that matches. */
    static String asked(String name) {
        return Forms.cut(accented(name));
    }

    static String folded(String name) {
        var words = name.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = Forms.fold(Forms.lower(words[i]));
        }
        return Forms.cut(String.join(" ", words));
    }

    /** An identifier as written, composed. */
    static String id(String s) {
        return Forms.cut(Normalizer.normalize(tidy(s), Normalizer.Form.NFC));
    }

    static String withoutSigil(String name) {
        return !name.isEmpty() && "@#＠＃".indexOf(name.charAt(0)) >= 0 ? name.substring(1) : name;
    }

    private static String accented(String name) {
        var words = withoutSigil(tidy(name)).split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = Forms.lower(words[i]);
        }
        return String.join(" ", words);
    }
}
