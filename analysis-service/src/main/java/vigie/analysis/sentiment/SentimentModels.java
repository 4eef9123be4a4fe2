package vigie.analysis.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Where models come from. */
public final class SentimentModels {
    private static final String WEIGHTS = "/vigie/sentiment/weights.bin";

    private SentimentModels() {}

    private static final class Bundled {
        private static final SentimentModel MODEL = load();

        private static SentimentModel load() {
            try (InputStream in = SentimentModels.class.getResourceAsStream(WEIGHTS)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "the sentiment weights are missing from the class path: " + WEIGHTS);
                }
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled sentiment weights cannot be read", e);
            }
        }
    }

    /** The model shipped with the product; loaded once, about half a second at first use. */
    public static SentimentModel bundled() {
        return Bundled.MODEL;
    }

    /**
     * A model from a file the trainer wrote.
     *
     * @throws IOException when the stream breaks or holds something else
     */
    public static SentimentModel read(InputStream weights) throws IOException {
        return new LinearModel(Weights.read(weights));
    }

    /** A model straight from training. */
    public static SentimentModel of(Weights weights) {
        return new LinearModel(weights);
    }
}
