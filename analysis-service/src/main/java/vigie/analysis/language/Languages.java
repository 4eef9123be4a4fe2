package vigie.analysis.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Where the language of a text is asked for. */
public final class Languages {
    private static final String WEIGHTS = "/vigie/language/weights.bin";

    private Languages() {}

    private static final class Bundled {
        private static final LanguageDetector DETECTOR = load();

        private static LanguageDetector load() {
            try (InputStream in = Languages.class.getResourceAsStream(WEIGHTS)) {
                if (in == null) {
                    throw new IllegalStateException("the language weights are missing from the class path: " + WEIGHTS);
                }
                return of(LanguageWeights.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled language weights cannot be read", e);
            }
        }
    }

    /** The detector shipped with the product; loaded once. */
    public static LanguageDetector bundled() {
        return Bundled.DETECTOR;
    }

    /** A detector straight from training. */
    public static LanguageDetector of(LanguageWeights weights) {
        return new TrainedDetector(weights);
    }

    /** The bundled detector's answer. */
    public static String detect(String text, @Nullable String declared) {
        return bundled().detect(text, declared);
    }

    /** @return how many of the text's words are small words ("the", « est », "hai") of the language; 0 for a language without a list */
    public static int smallWords(String text, String language) {
        return FunctionWords.in(Letters.of(text), language);
    }
}
