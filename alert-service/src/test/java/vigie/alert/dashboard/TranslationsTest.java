package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/static/js");
    private static final Pattern ENTRY = Pattern.compile("^  '([^']+)': (.*?),?$", Pattern.MULTILINE);
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
    /** What follows a number, for one and for more. */
    private static final Pattern FORMS = Pattern.compile("\\{(\\w+)\\|[^|}]+\\|[^|}]+}");

    /** A number with a plural of either language behind it. */
    private static final Pattern COUNTED =
            Pattern.compile("\\{(n|of|all|total|known|kept|missing|added|accounts|authors|days|hours|min|threshold|a)} "
                    + "(?!fois|dans|depuis|plus|as|is)\\p{L}+[sx]\\b");

    /** Their number is never below two. */
    private static final Set<String> NEVER_ONE = Set.of(
            "backtest.days",
            "band.largest",
            "field.days",
            "field.long",
            "field.secret",
            "learnt.from",
            "mentions.about.many",
            "mentions.correct.few",
            "mentions.full",
            "rematch.days",
            "wall.sample");

    private static final Pattern USE = Pattern.compile("\\bt\\('([^']+)'");

    @Test
    void everySentenceIsThereInBothLanguagesWithTheSameValues() throws IOException {
        var french = sentences("fr.js");
        var english = sentences("en.js");
        assertThat(french).hasSizeGreaterThan(50).containsOnlyKeys(english.keySet());
        english.forEach((key, sentence) ->
                assertThat(values(french.getOrDefault(key, ""))).as(key).isEqualTo(values(sentence)));
    }

    @Test
    void whatIsCountedHasAFormForOne() throws IOException {
        for (var file : List.of("en.js", "fr.js")) {
            var plain = sentences(file).entrySet().stream()
                    .filter(e -> !NEVER_ONE.contains(e.getKey()))
                    .filter(e -> COUNTED.matcher(e.getValue()).find())
                    .map(Map.Entry::getKey);
            assertThat(plain).as(file).isEmpty();
        }
    }

    @Test
    void formsGoByANumberTheSentenceIsGiven() throws IOException {
        var forms = sentences("fr.js").entrySet().stream()
                .filter(e -> e.getValue().contains("|"))
                .toList();
        assertThat(forms)
                .hasSizeGreaterThan(20)
                .allSatisfy(e ->
                        assertThat(FORMS.matcher(e.getValue()).replaceAll("")).doesNotContain("|"));
    }

    @Test
    void everySentenceThePageNamesIsThere() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(SCRIPTS)) {
            for (var file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
                USE.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(sentences("en.js").keySet()).containsAll(used);
    }

    private static Map<String, String> sentences(String file) throws IOException {
        var sentences = new TreeMap<String, String>();
        ENTRY.matcher(Files.readString(SCRIPTS.resolve(file)))
                .results()
                .forEach(found -> sentences.put(found.group(1), found.group(2)));
        return sentences;
    }

    private static String values(String sentence) {
        return VALUE.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
