package vigie.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.AnalysedMention;
import vigie.model.EngagementCounts;
import vigie.model.Post;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.Virality;
import vigie.query.Field;
import vigie.query.Searchable;

/**
 * The documents as they are sent: what is searched, and under {@code shown} what is displayed, which the index stores without
 * looking into it.
 */
final class Documents {

    private static final String UNDECIDED = "und";

    private Documents() {}

    static byte[] of(AnalysedMention mention, Post post) {
        return bytes(MentionDocument.of(mention, post));
    }

    static byte[] of(Post post) {
        return bytes(new PostDocument(millis(post.eventTime()), PostFields.of(post, Searchable.of(post)), post));
    }

    static byte[] of(Alert alert) {
        return bytes(new AlertDocument(
                Keyword.of(alert.id()),
                Keyword.of(alert.brand()),
                alert.state(),
                millis(alert.openedAt()),
                settledAt(alert),
                alert.event() == Alert.Event.WITHDRAWN,
                Keyword.of(alert.rule()),
                Keyword.of(alert.metric()),
                alert.severity(),
                AlertWords.of(alert).stream().map(Keyword::of).toList(),
                alert));
    }

    /** Since when it is not open any more: acknowledged, or over; absent while it is. */
    private static @Nullable Long settledAt(Alert alert) {
        if (alert.state().equals("open")) {
            return null;
        }
        var resolved = alert.people().actions().stream()
                .filter(action -> action.verb().equals("resolve"))
                .map(AlertAction::at)
                .findFirst()
                .orElse(null);
        return Stream.of(alert.people().acknowledgedAt(), alert.resolvedAt(), resolved)
                .filter(Objects::nonNull)
                .map(Documents::millis)
                .min(Long::compare)
                .orElse(null);
    }

    private static byte[] bytes(Object document) {
        return WellFormed.mapper().writeValueAsBytes(document);
    }

    static long millis(Instant time) {
        return time.toEpochMilli();
    }

    record MentionDocument(
            String mentionId,
            String brand,
            long eventTime,
            String label,
            String model,
            double score,
            double virality,
            double velocity,
            @Nullable Long followers,
            long reachLow,
            long reachHigh,
            long interactions,
            @Nullable String story,
            List<String> queries,
            String lang,
            PostFields post,
            StoredMention shown) {

        static MentionDocument of(AnalysedMention m, Post post) {
            Sentiment sentiment = m.sentiment();
            Virality virality = m.virality();
            Reach reach = m.reach();
            var counts = post.engagement() == null ? EngagementCounts.UNKNOWN : post.engagement();
            var author = post.author();
            var story = m.story();
            var shown = StoredMention.of(m);
            return new MentionDocument(
                    m.mentionId(),
                    Keyword.of(m.brand()),
                    millis(m.eventTime()),
                    sentiment.label().wire(),
                    Keyword.of(sentiment.model()),
                    sentiment.score(),
                    virality.score(),
                    virality.velocity(),
                    author == null ? null : author.followers(),
                    reach.low(),
                    reach.high(),
                    counts.interactions(),
                    story == null ? null : Keyword.of(story),
                    shown.queries().stream().map(Keyword::of).toList(),
                    Keyword.lower(m.lang()),
                    PostFields.of(post, searchable(m, post)),
                    shown);
        }
    }

    /** The post as queries see it, with what was found out about it since. */
    static Searchable searchable(AnalysedMention m, Post post) {
        var counts = post.engagement() == null ? EngagementCounts.UNKNOWN : post.engagement();
        var keys = new HashMap<String, Set<String>>();
        keys.put(Field.SENTIMENT.key(), Set.of(m.sentiment().label().wire()));
        if (!m.lang().equals(UNDECIDED)) {
            keys.put(Field.LANG.key(), Set.of(Keyword.lower(m.lang())));
        }
        var story = m.story();
        if (story != null) {
            keys.put(Field.STORY.key(), Set.of(Keyword.of(story)));
        }
        var numbers = new HashMap<String, Double>();
        numbers.put(Field.REACH.key(), (double) m.reach().high());
        numbers.put(Field.VIRALITY.key(), m.virality().score());
        if (post.engagement() != null) {
            numbers.put(Field.ENGAGEMENT.key(), (double) counts.interactions());
        }
        number(numbers, Field.LIKES, counts.likes());
        number(numbers, Field.VIEWS, counts.views());
        return Searchable.of(post).with(keys, numbers);
    }

    private static void number(Map<String, Double> numbers, Field field, @Nullable Long value) {
        if (value != null) {
            numbers.put(field.key(), value.doubleValue());
        }
    }

    record PostDocument(long eventTime, PostFields post, Post shown) {}

    record AlertDocument(
            String alertId,
            String brand,
            String state,
            long openedAt,
            @Nullable Long settledAt,
            boolean withdrawn,
            String rule,
            String metric,
            int severity,
            List<String> words,
            Alert shown) {}
}
