package vigie.alert.plain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words people use in a crisis, in English and French, by sector. */
public final class Lexicon {

    /** What every sector fears. */
    public static final String GENERAL = "general";

    private static final Map<String, List<String>> SECTORS = read();

    private Lexicon() {}

    public static Set<String> sectors() {
        return SECTORS.keySet();
    }

    /**
     * One query for all of them; a sector's words come beside the general ones.
     *
     * @param sector absent or unknown = none when there are own words, the general ones otherwise
     */
    public static String query(@Nullable String sector, List<String> own) {
        var words = new LinkedHashSet<>(own);
        if (sector != null || own.isEmpty()) {
            words.addAll(SECTORS.getOrDefault(GENERAL, List.of()));
            words.addAll(SECTORS.getOrDefault(sector == null ? GENERAL : sector, List.of()));
        }
        var query = new StringBuilder();
        for (var word : words) {
            query.append(query.length() == 0 ? "" : " OR ")
                    .append('"')
                    .append(bare(word))
                    .append('"');
        }
        return query.toString();
    }

    /** Without accents, which people leave out when they are upset, and so would match only themselves. */
    private static String bare(String word) {
        return Normalizer.normalize(word.replace("\"", " ").strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static Map<String, List<String>> read() {
        var sectors = new TreeMap<String, List<String>>();
        try (var in = Lexicon.class.getResourceAsStream("crisis-words.txt")) {
            if (in == null) {
                throw new AssertionError("missing from the jar: crisis-words.txt");
            }
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    var words = List.of(line.substring(colon + 1).strip().split("\\s*,\\s*"));
                    sectors.merge(line.substring(0, colon), words, Lexicon::both);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(sectors);
    }

    private static List<String> both(List<String> english, List<String> french) {
        var all = new LinkedHashSet<>(english);
        all.addAll(french);
        return List.copyOf(all);
    }
}
