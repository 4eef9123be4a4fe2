package vigie.benchmarks.sentiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.SentimentModel;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.sentiment.trainer.Example;

/** OpenNLP's document categoriser: maximum entropy over a bag of words, as it comes, trained on the texts given. */
final class DocumentCategoriser implements SentimentModel {

    private final DocumentCategorizerME categoriser;

    DocumentCategoriser(List<Example> examples) {
        var samples = examples.stream()
                .map(e -> new DocumentSample(e.label().wire(), words(e.text())))
                .toList();
        try {
            categoriser = new DocumentCategorizerME(DocumentCategorizerME.train(
                    "en",
                    ObjectStreamUtils.createObjectStream(samples),
                    TrainingParameters.defaultParams(),
                    new DoccatFactory()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    }

    @Override
    public Sentiment score(String text, @Nullable String lang, boolean evidence) {
        var chances = categoriser.categorize(words(text));
        var best = categoriser.getBestCategory(chances);
        for (var label : SentimentLabel.values()) {
            if (label.wire().equals(best)) {
                return new Sentiment(label, 0, chances[categoriser.getIndex(best)], List.of(), name());
            }
        }
        throw new AssertionError(best);
    }

    @Override
    public String name() {
        return "opennlp";
    }
}
