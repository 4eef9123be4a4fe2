package vigie.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.AnalysedMention;
import vigie.model.Author;
import vigie.model.Brand;
import vigie.model.EngagementCounts;
import vigie.model.MatchedSpan;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.QueryMatch;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;

/** Mentions for tests. */
public final class Said {

    private Said() {}

    public static AnalysedMention of(
            String brand, @Nullable Instant since, String id, Instant at, String text, SentimentLabel label) {
        var post = new Post(
                id,
                "x",
                "https://example.org/" + id,
                at,
                null,
                null,
                text,
                "en",
                new Author("u-" + id, "user" + id, "User " + id, 10L, null),
                null,
                null,
                null,
                List.of("topic"),
                new EngagementCounts(1L, 2L, 3L, null),
                null,
                null,
                null,
                null);
        return new AnalysedMention(
                PostId.mention(post.postId(), brand),
                brand,
                since,
                post.postId(),
                AnalysedMention.Change.FIRST,
                1,
                at.toEpochMilli(),
                null,
                post,
                at,
                List.of(new QueryMatch("name", List.of(new MatchedSpan("text", 0, 3, "abc")))),
                "en",
                new Sentiment(label, label == SentimentLabel.NEGATIVE ? -0.8 : 0.4, 0.9, List.of(), "test-1"),
                Virality.NONE,
                new Reach(5, 50),
                "story-" + id,
                at,
                at,
                null);
    }

    public static AnalysedMention of(Brand brand, String id, Instant at, String text, SentimentLabel label) {
        return of(brand.id(), brand.since(), id, at, text, label);
    }

    /** The same, a revision later. */
    public static AnalysedMention spreading(AnalysedMention m, Virality virality) {
        return new AnalysedMention(
                m.mentionId(),
                m.brand(),
                m.brandSince(),
                m.postId(),
                AnalysedMention.Change.REVISED,
                m.revision() + 1,
                m.version() + 1,
                null,
                m.post(),
                m.eventTime(),
                m.queries(),
                m.lang(),
                m.sentiment(),
                virality,
                m.reach(),
                m.story(),
                m.arrivedAt(),
                m.analysedAt(),
                null);
    }
}
