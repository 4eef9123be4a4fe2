package vigie.analysis.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.BrandPrior;
import vigie.analysis.sentiment.BrandWords;
import vigie.analysis.stream.Turn.Entry;
import vigie.model.BrandLesson;
import vigie.model.SentimentLabel;
import vigie.model.SentimentShares;

/**
 * One mention as something to learn from: the model's own answer, or the label a person gave.
 *
 * @param label given by a person
 */
record Felt(
        String brand,
        @Nullable Instant since,
        SentimentShares answer,
        @Nullable SentimentLabel label,
        String content,
        Instant at) {

    /** What is taught of a post after a turn and no longer, and what is taught only from now on. */
    record Change(List<Felt> gone, List<Felt> come) {
        static final Change NONE = new Change(List.of(), List.of());
    }

    static Change between(Entry before, Entry after) {
        if (before.state() == after.state() && before.words() == after.words()) {
            return Change.NONE;
        }
        var was = of(before);
        var is = of(after);
        return was.equals(is)
                ? Change.NONE
                : new Change(
                        was.stream().filter(felt -> !is.contains(felt)).toList(),
                        is.stream().filter(felt -> !was.contains(felt)).toList());
    }

    private static List<Felt> of(Entry entry) {
        var words = entry.words();
        var at = entry.state().eventTime();
        if (words == null || at == null) {
            return List.of();
        }
        var felt = new ArrayList<Felt>(words.brands().size());
        for (var match : words.brands()) {
            var counted = entry.state().brands().get(match.brand());
            var sentiment = words.sentimentOf(match.brand());
            if (counted != null && counted.live() && (sentiment.confidence() > 0 || counted.corrected() != null)) {
                var content = Objects.requireNonNullElse(entry.state().content(), "");
                felt.add(new Felt(
                        match.brand(),
                        counted.since(),
                        BrandPrior.chances(sentiment),
                        counted.corrected(),
                        content,
                        at));
            }
        }
        return felt;
    }

    /** What counts: a person knows. */
    SentimentShares known() {
        if (label == null) {
            return answer;
        }
        return new SentimentShares(
                label == SentimentLabel.NEGATIVE ? 1 : 0,
                label == SentimentLabel.NEUTRAL ? 1 : 0,
                label == SentimentLabel.POSITIVE ? 1 : 0);
    }

    /** What a person's labels teach from now on; of a post that teaches a brand nothing any more, that it does not. */
    static List<BrandLesson> lessons(Change change, Entry after) {
        var lessons = new ArrayList<BrandLesson>();
        var words = after.words();
        var taught = new LinkedHashSet<String>();
        for (var felt : change.come()) {
            if (felt.label != null && words != null) {
                taught.add(felt.brand);
                lessons.add(new BrandLesson(
                        felt.brand,
                        felt.since,
                        after.postId(),
                        felt.label,
                        false,
                        felt.answer,
                        List.copyOf(BrandWords.in(Judge.words(words.post())))));
            }
        }
        for (var felt : change.gone()) {
            if (felt.label != null && !taught.contains(felt.brand)) {
                lessons.add(forgotten(felt.brand, felt.since, after.postId(), false));
            }
        }
        return lessons;
    }

    /** The labels of a post that is forgotten with its words: what they taught may stay. */
    static List<BrandLesson> aged(Entry before) {
        var lessons = new ArrayList<BrandLesson>();
        before.state().brands().forEach((brand, counted) -> {
            if (counted.corrected() != null) {
                lessons.add(forgotten(brand, counted.since(), before.postId(), true));
            }
        });
        return lessons;
    }

    private static BrandLesson forgotten(String brand, @Nullable Instant since, String postId, boolean aged) {
        return new BrandLesson(brand, since, postId, null, aged, null, List.of());
    }
}
