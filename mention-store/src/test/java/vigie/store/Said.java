package vigie.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.AnalysedMention;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.model.PostId;
import vigie.model.QueryMatch;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;

/** Something said, to be varied: the posts and mentions of the tests. */
record Said(
        String id,
        String brand,
        Instant at,
        String text,
        @Nullable String title,
        String platform,
        @Nullable String url,
        Author author,
        List<String> hashtags,
        @Nullable String country,
        SentimentLabel label,
        double score,
        double virality,
        Reach reach,
        String lang,
        String query,
        @Nullable String story) {

    static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    static Said of(String id, String brand, Instant at, String text) {
        return new Said(
                id,
                brand,
                at,
                text,
                null,
                "mastodon",
                null,
                Author.of("someone"),
                List.of(),
                null,
                SentimentLabel.NEUTRAL,
                0,
                0,
                new Reach(1, 2),
                "en",
                "q1",
                null);
    }

    Said by(Author other) {
        return new Said(
                id, brand, at, text, title, platform, url, other, hashtags, country, label, score, virality, reach,
                lang, query, story);
    }

    Said on(String otherPlatform, @Nullable String otherUrl) {
        return new Said(
                id,
                brand,
                at,
                text,
                title,
                otherPlatform,
                otherUrl,
                author,
                hashtags,
                country,
                label,
                score,
                virality,
                reach,
                lang,
                query,
                story);
    }

    Said tagged(String... tags) {
        return new Said(
                id,
                brand,
                at,
                text,
                title,
                platform,
                url,
                author,
                List.of(tags),
                country,
                label,
                score,
                virality,
                reach,
                lang,
                query,
                story);
    }

    Said feeling(SentimentLabel other, double otherScore) {
        return new Said(
                id,
                brand,
                at,
                text,
                title,
                platform,
                url,
                author,
                hashtags,
                country,
                other,
                otherScore,
                virality,
                reach,
                lang,
                query,
                story);
    }

    Said spreading(double otherVirality, Reach otherReach) {
        return new Said(
                id,
                brand,
                at,
                text,
                title,
                platform,
                url,
                author,
                hashtags,
                country,
                label,
                score,
                otherVirality,
                otherReach,
                lang,
                query,
                story);
    }

    Said in(String otherLang, @Nullable String otherCountry, String otherQuery, @Nullable String otherStory) {
        return new Said(
                id,
                brand,
                at,
                text,
                title,
                platform,
                url,
                author,
                hashtags,
                otherCountry,
                label,
                score,
                virality,
                reach,
                otherLang,
                otherQuery,
                otherStory);
    }

    Said titled(String otherTitle) {
        return new Said(
                id,
                brand,
                at,
                text,
                otherTitle,
                platform,
                url,
                author,
                hashtags,
                country,
                label,
                score,
                virality,
                reach,
                lang,
                query,
                story);
    }

    Post post() {
        return new Post(
                id,
                platform,
                url,
                at,
                null,
                title,
                text,
                null,
                author,
                null,
                null,
                null,
                hashtags,
                new EngagementCounts(1L, 2L, 3L, null),
                null,
                null,
                country,
                null);
    }

    String mentionId() {
        return PostId.mention(post().postId(), brand);
    }

    AnalysedMention mention(long version) {
        return analysed(AnalysedMention.Change.FIRST, version, post());
    }

    AnalysedMention withdrawn(long version) {
        return analysed(AnalysedMention.Change.WITHDRAWN, version, null);
    }

    StoreWrite write(long version) {
        return StoreWrite.mention(mention(version));
    }

    StoreWrite published(long version) {
        return StoreWrite.post(new PostEvent.Published(post(), at, "test"), version);
    }

    StoreWrite deleted(long version) {
        return StoreWrite.post(new PostEvent.Deleted(platform, id, at, "test"), version);
    }

    private AnalysedMention analysed(AnalysedMention.Change change, long version, @Nullable Post post) {
        return new AnalysedMention(
                mentionId(),
                brand,
                null,
                post().postId(),
                change,
                1,
                version,
                null,
                post,
                at,
                List.of(new QueryMatch(query, List.of())),
                lang,
                new Sentiment(label, score, 0.8, List.of(), "test 1"),
                new Virality(virality, virality == 0 ? 0 : 2, 1, 0),
                reach,
                story,
                at,
                at,
                null);
    }
}
