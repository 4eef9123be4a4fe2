package vigie.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageSumsTest {
    private static final List<String> CODES =
            List.of("ar", "de", "en", "es", "fr", "hi", "it", "pt", "nl", "pl", "sv", "tr", "ro");

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 13})
    void manyLanguagesAddedAtOnceGiveTheSameAsOneByOne(int count) {
        var languages = CODES.subList(0, count);
        var rows = new byte[LanguageGrams.BUCKETS * count];
        new Random(4).nextBytes(rows);
        var weights = new LanguageWeights(languages, rows, 0.25f);
        for (String text : List.of("", "ok", "a long text that goes on and on, ".repeat(100))) {
            var letters = Letters.of(text);
            var plain = new double[count];
            var pieces = new int[1];
            LanguageGrams.of(text, bucket -> {
                pieces[0]++;
                for (int l = 0; l < count; l++) {
                    plain[l] += rows[bucket * count + l];
                }
            });
            var sums = new LanguageSums(weights).of(letters);
            for (int l = 0; l < count; l++) {
                double expected = plain[l] * 0.25 / Math.sqrt(Math.max(pieces[0], 1));
                assertThat(sums[l]).isCloseTo(expected, within(1e-9));
            }
        }
    }
}
