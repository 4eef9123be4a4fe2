package vigie.analysis.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.reach.ReachFormula;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.sentiment.Target;
import vigie.analysis.sentiment.Towards;
import vigie.json.Json;
import vigie.model.Author;
import vigie.model.BrandMatch;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.Sentiment;

/** Reads a post: language, sentiment, reach. */
record Judge(LanguageDetector languages, SentimentModel sentiments, ReachFormula reach) {

    /** @param story by its exact words */
    Judged judge(Post post, List<BrandMatch> brands, Instant arrivedAt, String story) {
        var words = words(post);
        var lang = languages.detect(words, post.lang());
        var known = lang.equals(LanguageDetector.UNDECIDED) ? null : lang;
        return new Judged(
                post.withHashtags(Hashtags.of(post)),
                brands,
                arrivedAt,
                lang,
                sentiments.score(words, known, true),
                reach.of(post),
                story,
                towards(post, words, known, brands));
    }

    /** The same words, now concerning other brands: who else is spoken of changes what is felt towards whom. */
    Judged again(Judged judged, List<BrandMatch> brands) {
        if (judged.brands().equals(brands)) {
            return judged;
        }
        var post = judged.post();
        var known = judged.lang().equals(LanguageDetector.UNDECIDED) ? null : judged.lang();
        return judged.concerning(brands, towards(post, words(post), known, brands));
    }

    private Map<String, Sentiment> towards(Post post, String words, @Nullable String lang, List<BrandMatch> brands) {
        if (brands.size() < 2) {
            return Map.of();
        }
        int text = words.length() - post.text().length();
        var targets = brands.stream()
                .map(brand -> new Target(brand.brand(), places(brand, text)))
                .toList();
        return new Towards(sentiments).read(words, lang, targets);
    }

    private static List<Target.Place> places(BrandMatch brand, int text) {
        return brand.queries().stream()
                .flatMap(query -> query.spans().stream())
                .filter(span -> span.field().equals("text") || span.field().equals("title"))
                .map(span -> {
                    int shift = span.field().equals("text") ? text : 0;
                    return new Target.Place(shift + span.start(), shift + span.end());
                })
                .distinct()
                .toList();
    }

    /** What is read: the title belongs to the text. */
    static String words(Post post) {
        return post.title() == null ? post.text() : post.title() + "\n" + post.text();
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
