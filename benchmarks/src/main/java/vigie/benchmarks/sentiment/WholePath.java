package vigie.benchmarks.sentiment;

import org.jspecify.annotations.Nullable;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.language.Languages;
import vigie.analysis.sentiment.SentimentModel;
import vigie.model.Sentiment;

/** What the product does with a text: find its language, then its sentiment, with or without the reasons. */
record WholePath(SentimentModel model, boolean reasons) implements SentimentModel {

    @Override
    public Sentiment score(String text, @Nullable String lang, boolean evidence) {
        var found = Languages.detect(text, lang);
        var known = found.equals(LanguageDetector.UNDECIDED) ? null : found;
        return model.score(text, known, reasons);
    }

    @Override
    public String name() {
        return model.name();
    }
}
