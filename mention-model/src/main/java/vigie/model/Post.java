package vigie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something said in public: a post, comment, review or article, in the shape of the ingest contract.
 *
 * @param id the platform's own id; unique with {@code platform}
 * @param platform lower-case name without colon: {@code x}, {@code mastodon}, {@code rss} …
 * @param publishedAt when the author says it was published
 * @param receivedAt when the platform itself received it, where it says so; trusted over {@code publishedAt}
 * @param text plain text; may be empty when there is a title or media
 * @param lang the language the platform declares (BCP 47)
 * @param inReplyTo native id of the post answered
 * @param repostOf native id of the post shared
 * @param thread native id of the conversation's first post
 * @param hashtags declared hashtags without {@code #}; those inside the text are found by the tokenizer
 * @param country ISO 3166-1 alpha-2, only where declared
 * @param rating a review's rating, 1 to 5
 */
public record Post(
        String id,
        String platform,
        @Nullable String url,
        Instant publishedAt,
        @Nullable Instant receivedAt,
        @Nullable String title,
        String text,
        @Nullable String lang,
        @Nullable Author author,
        @Nullable String inReplyTo,
        @Nullable String repostOf,
        @Nullable String thread,
        List<String> hashtags,
        @Nullable EngagementCounts engagement,
        @Nullable String kind,
        @Nullable String mediaType,
        @Nullable String country,
        @Nullable Double rating) {

    public Post {
        text = text == null ? "" : text;
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
    }

    /** {@code platform:id}, the key on every topic. */
    public String postId() {
        return PostId.of(platform, id);
    }

    /** The time everything is computed in: the platform's receipt where known, else the publication. */
    public Instant eventTime() {
        return receivedAt == null ? publishedAt : receivedAt;
    }

    /** The same with other counters. */
    public Post withEngagement(@Nullable EngagementCounts counts) {
        return new Post(
                id,
                platform,
                url,
                publishedAt,
                receivedAt,
                title,
                text,
                lang,
                author,
                inReplyTo,
                repostOf,
                thread,
                hashtags,
                counts,
                kind,
                mediaType,
                country,
                rating);
    }

    /** The same with other hashtags. */
    public Post withHashtags(List<String> tags) {
        return new Post(
                id,
                platform,
                url,
                publishedAt,
                receivedAt,
                title,
                text,
                lang,
                author,
                inReplyTo,
                repostOf,
                thread,
                tags,
                engagement,
                kind,
                mediaType,
                country,
                rating);
    }

    /** The same by somebody. */
    public Post by(Author somebody) {
        return new Post(
                id,
                platform,
                url,
                publishedAt,
                receivedAt,
                title,
                text,
                lang,
                somebody,
                inReplyTo,
                repostOf,
                thread,
                hashtags,
                engagement,
                kind,
                mediaType,
                country,
                rating);
    }

    /** A post with nothing but what the contract requires. */
    public static Post of(String platform, String id, Instant publishedAt, String text) {
        return new Post(
                id,
                platform,
                null,
                publishedAt,
                null,
                null,
                text,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }
}
