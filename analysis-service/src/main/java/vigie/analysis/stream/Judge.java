package vigie.analysis.stream;

import java.time.Instant;
import java.util.List;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.reach.ReachFormula;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.story.Stories;
import vigie.json.Json;
import vigie.model.Author;
import vigie.model.BrandMatch;
import vigie.model.Post;
import vigie.model.PostId;

/** Reads a post: language, sentiment, reach, story. */
record Judge(LanguageDetector languages, SentimentModel sentiments, ReachFormula reach) {

    Judged judge(Post post, List<BrandMatch> brands, Instant arrivedAt) {
        var words = post.title() == null ? post.text() : post.title() + "\n" + post.text();
        var lang = languages.detect(words, post.lang());
        var known = lang.equals(LanguageDetector.UNDECIDED) ? null : lang;
        return new Judged(
                post.withHashtags(Hashtags.of(post)),
                brands,
                arrivedAt,
                lang,
                sentiments.score(words, known, true),
                reach.of(post),
                Stories.of(post));
    }

    /**
     * Tells whether two versions say the same. What changes by itself from one poll to the next (counters, followers, times of
     * receipt) is not part of it.
     */
    static String content(Post post) {
        var author = post.author();
        var said = new Post(
                post.id(),
                post.platform(),
                post.url(),
                post.publishedAt(),
                null,
                post.title(),
                post.text(),
                post.lang(),
                author == null
                        ? null
                        : new Author(author.id(), author.handle(), author.name(), null, author.location()),
                post.inReplyTo(),
                post.repostOf(),
                post.thread(),
                post.hashtags(),
                null,
                post.kind(),
                post.mediaType(),
                post.country(),
                post.rating());
        return PostId.hash(Json.mapper().writeValueAsString(said)).substring(0, 16);
    }
}
