package vigie.query;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The known word most like a mistyped one. */
final class Nearest {
    private Nearest() {}

    /** The nearest of {@code known} that differs by less than half its letters, or nothing. */
    static @Nullable String of(String word, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        var typed = word.length() > 40 ? word.substring(0, 40) : word;
        for (var candidate : known) {
            int d = distance(typed, candidate);
            if (d < least || d == least && best != null && candidate.compareTo(best) < 0) {
                least = d;
                best = candidate;
            }
        }
        return best != null && 2 * least <= Math.max(best.length(), 2) ? best : null;
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int swap = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1)) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + swap);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
