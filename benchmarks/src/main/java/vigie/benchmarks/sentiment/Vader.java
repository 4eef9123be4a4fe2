package vigie.benchmarks.sentiment;

import com.vader.sentiment.analyzer.SentimentAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.SentimentModel;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;

/** A word list of English with rules (Hutto and Gilbert, ICWSM 2014), as its Java port on Maven Central reads it. */
final class Vader implements SentimentModel {

    /** The bounds its authors recommend. */
    private static final double UNDECIDED = 0.05;

    @Override
    public Sentiment score(String text, @Nullable String lang, boolean evidence) {
        try {
            var analyzer = new SentimentAnalyzer(text);
            analyzer.analyze();
            double compound = Objects.requireNonNull(analyzer.getPolarity().get("compound"));
            var label = compound >= UNDECIDED
                    ? SentimentLabel.POSITIVE
                    : compound <= -UNDECIDED ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
            return new Sentiment(label, compound, Math.abs(compound), List.of(), name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "vader";
    }
}
