package vigie.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.AnalysedMention;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.QueryMatch;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.Virality;

/**
 * A mention as people see it: the post's fields and what was found out about it, flat. The index keeps it exactly as shown, so that
 * a list, an export and the live stream say the same.
 *
 * @param id the platform's own id
 * @param lang the detected language, not the declared one
 * @param wholeText the feeling of the whole text, where {@code sentiment} is that of the clauses about this brand
 * @param queries ids of the tracked queries that matched; {@code matches} says where
 */
public record StoredMention(
        String mentionId,
        String brand,
        String postId,
        String id,
        String platform,
        @Nullable String url,
        Instant publishedAt,
        Instant eventTime,
        @Nullable String title,
        String text,
        String lang,
        @Nullable Author author,
        @Nullable String inReplyTo,
        @Nullable String repostOf,
        @Nullable String thread,
        List<String> hashtags,
        @Nullable EngagementCounts engagement,
        @Nullable String kind,
        @Nullable String mediaType,
        @Nullable String country,
        @Nullable Double rating,
        List<String> queries,
        List<QueryMatch> matches,
        Sentiment sentiment,
        Virality virality,
        Reach reach,
        @Nullable String story,
        @Nullable Sentiment wholeText) {

    public StoredMention {
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
        queries = List.copyOf(queries);
        matches = List.copyOf(matches);
    }

    /** What a mention that was not withdrawn looks like. */
    public static StoredMention of(AnalysedMention m) {
        var post = Objects.requireNonNull(m.post(), "a withdrawn mention has nothing to show");
        return new StoredMention(
                m.mentionId(),
                m.brand(),
                m.postId(),
                post.id(),
                post.platform(),
                post.url(),
                post.publishedAt(),
                m.eventTime(),
                post.title(),
                post.text(),
                m.lang(),
                post.author(),
                post.inReplyTo(),
                post.repostOf(),
                post.thread(),
                post.hashtags(),
                post.engagement(),
                post.kind(),
                post.mediaType(),
                post.country(),
                post.rating(),
                m.queries().stream().map(QueryMatch::query).distinct().toList(),
                m.queries(),
                m.sentiment(),
                m.virality(),
                m.reach(),
                m.story(),
                m.wholeText());
    }
}
