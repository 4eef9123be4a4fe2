package vigie.alert.stream;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.AnalysedMention;
import vigie.model.SentimentLabel;
import vigie.query.Token;
import vigie.query.Tokenizer;

/** What a mention's new version changes in which count: the difference to what was counted before. */
final class Changes {

    static final String HASHTAG = "hashtag:";
    static final String STORY = "story:";

    /** What concerns the whole brand is judged first, since it may speak for its parts. */
    private static final Comparator<String> WHOLES_FIRST =
            Comparator.comparing(Series::isPart).thenComparing(Comparator.naturalOrder());

    private Changes() {}

    /**
     * By metric, +1 or −1; what stays the same is left out.
     *
     * @param asked which hashtags and stories a rule asks for
     */
    static Map<String, Integer> of(AnalysedMention mention, Predicate<String> asked) {
        var changes = new TreeMap<String, Integer>(WHOLES_FIRST);
        var before = mention.before();
        if (before != null) {
            add(changes, -1, before.label(), before.hashtags(), before.story(), asked);
        }
        if (mention.change() != AnalysedMention.Change.WITHDRAWN) {
            var post = mention.post();
            var hashtags = post == null ? List.<String>of() : post.hashtags();
            add(changes, 1, mention.sentiment().label(), hashtags, mention.story(), asked);
        }
        changes.values().removeIf(difference -> difference == 0);
        return changes;
    }

    /** Every metric a mention counted for before and still does. */
    static Set<String> unchanged(AnalysedMention mention, Predicate<String> asked) {
        var before = mention.before();
        if (before == null || mention.change() == AnalysedMention.Change.WITHDRAWN) {
            return Set.of();
        }
        var counted = new TreeMap<String, Integer>();
        add(counted, 1, before.label(), before.hashtags(), before.story(), asked);
        var metrics = counted(mention);
        metrics.retainAll(counted.keySet());
        return metrics;
    }

    /** Every metric a mention counts for. */
    static Set<String> counted(AnalysedMention mention) {
        var metrics = new TreeMap<String, Integer>();
        var post = mention.post();
        var hashtags = post == null ? List.<String>of() : post.hashtags();
        add(metrics, 1, mention.sentiment().label(), hashtags, mention.story(), metric -> true);
        return metrics.keySet();
    }

    private static void add(
            Map<String, Integer> changes,
            int one,
            SentimentLabel label,
            List<String> hashtags,
            @Nullable String story,
            Predicate<String> asked) {
        changes.merge(Series.MENTIONS, one, Integer::sum);
        if (label == SentimentLabel.NEGATIVE) {
            changes.merge(Series.NEGATIVE, one, Integer::sum);
        }
        hashtags.stream()
                .flatMap(Changes::spellings)
                .distinct()
                .map(HASHTAG::concat)
                .filter(asked)
                .forEach(metric -> changes.merge(metric, one, Integer::sum));
        if (story != null && asked.test(STORY + story)) {
            changes.merge(STORY + story, one, Integer::sum);
        }
    }

    /** As in queries: asked for without accents, a hashtag is found in every spelling; with them, in that one. */
    private static Stream<String> spellings(String tag) {
        if (tag.chars().allMatch(c -> c < 128)) {
            return Stream.of(tag);
        }
        var tokens = Tokenizer.tokenize("#" + tag);
        return tokens.isEmpty() || tokens.get(0).kind() != Token.Kind.HASHTAG
                ? Stream.of(tag)
                : Stream.of(
                        tag,
                        tokens.get(0).accented().substring(1),
                        tokens.get(0).folded().substring(1));
    }
}
