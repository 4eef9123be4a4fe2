package vigie.benchmarks.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vigie.benchmarks.Corpus;
import vigie.model.AnalysedMention;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.QueryMatch;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;

/**
 * What many people say of a few brands over some weeks, in the order in which it would arrive. Made up from a fixed seed: words,
 * hashtags and accounts are few that are frequent and many that are rare, nights are quiet, a quarter of all is a story told again.
 */
final class Crowd {

    /** The busiest has half of all mentions. */
    static final List<String> BRANDS = List.of("ponant", "levant", "nordic", "meridian", "boreal");

    private static final double[] SHARES = {0.5, 0.7, 0.85, 0.95, 1};
    private static final Map<String, Integer> PLATFORMS =
            Map.of("x", 40, "mastodon", 15, "reddit", 15, "news", 10, "forum", 8, "youtube", 7, "bluesky", 5);
    private static final Map<String, Integer> LANGUAGES =
            Map.of("en", 45, "fr", 35, "de", 8, "es", 7, "it", 3, "nl", 2);
    private static final String[] COUNTRIES = "fr gb us de es it be ch nl ca pt se no dk fi pl at ie au jp".split(" ");
    private static final int ACCOUNTS = 150_000;
    private static final int SITES = 400;
    private static final int MENTIONS_A_STORY = 900;
    private static final int STORIES_AT_ONCE = 30;

    /** Said on the last day only. */
    private static final String NEWS = " grandepanne sur la ligne du nord #grandepanne";

    private final Random random = new Random(20_260_301);
    private final Corpus corpus = new Corpus(20_260_301);
    private final List<String> platforms = drawn(PLATFORMS);
    private final List<String> languages = drawn(LANGUAGES);
    private final Instant from;
    private final Duration span;
    private final int count;
    private int made;

    Crowd(Instant from, Instant to, int count) {
        this.from = from;
        span = Duration.between(from, to);
        this.count = count;
    }

    boolean hasMore() {
        return made < count;
    }

    AnalysedMention next() {
        var number = made++;
        var at = at(number);
        var brand = brand();
        var platform = one(platforms);
        var lang = one(languages);
        var author = author(platform);
        var id = Integer.toString(number, 36);
        var followers = author.followers();
        var reach = followers == null ? Reach.UNKNOWN : new Reach(followers / 100, followers / 10);
        var likes = (long) (Math.pow(random.nextDouble(), -0.7) - 1);
        var post = new Post(
                id,
                platform,
                url(platform, id),
                at,
                null,
                platform.equals("news") ? brand + " " + corpus.words(7) : null,
                corpus.words(3) + " " + brand + " " + corpus.text() + (isNews(number) ? NEWS : ""),
                lang,
                author,
                random.nextInt(5) == 0 ? "r" + id : null,
                null,
                null,
                List.of(),
                new EngagementCounts(likes, likes / 4, likes / 6, likes * 30),
                null,
                null,
                random.nextInt(4) == 0 ? COUNTRIES[skewed(COUNTRIES.length)] : null,
                null);
        return new AnalysedMention(
                PostId.mention(post.postId(), brand),
                brand,
                null,
                post.postId(),
                AnalysedMention.Change.FIRST,
                1,
                at.toEpochMilli(),
                null,
                post,
                at,
                List.of(new QueryMatch("name", List.of())),
                lang,
                sentiment(),
                virality(),
                reach,
                story(number, brand, post),
                at,
                at,
                null);
    }

    /** Evenly over the days, and within each mostly by day. */
    private Instant at(int number) {
        var day = Duration.ofDays(1).toMillis();
        var even = from.toEpochMilli() + span.toMillis() * number / count;
        var part = (even % day) / (double) day;
        return Instant.ofEpochMilli(even - even % day + (long) (day * warped(part)));
    }

    /** Rising from 0 to 1, flat at midnight. */
    private static double warped(double part) {
        return Math.min(1 - 1e-9, Math.max(0, part - 0.1 * Math.sin(2 * Math.PI * part)));
    }

    private boolean isNews(int number) {
        return number > count - count / Math.max(1, span.toDays()) && random.nextInt(40) == 0;
    }

    private String brand() {
        var drawn = random.nextDouble();
        int i = 0;
        while (drawn > SHARES[i]) {
            i++;
        }
        return BRANDS.get(i);
    }

    private Author author(String platform) {
        var number = skewed(ACCOUNTS);
        var known = number % 10 < 7;
        var followers = known ? (long) (10 * Math.pow(10, (number * 7_919L % 1_000) / 250.0)) : null;
        return new Author(platform.charAt(0) + "-" + number, "user" + number, null, followers, null);
    }

    private String url(String platform, String id) {
        return platform.equals("news")
                ? "https://www.site" + skewed(SITES) + ".example/" + id
                : "https://" + platform + ".example/p/" + id;
    }

    private Sentiment sentiment() {
        var drawn = random.nextInt(4);
        var label =
                drawn == 0 ? SentimentLabel.NEGATIVE : drawn == 1 ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL;
        double score = drawn == 0 ? -random.nextDouble() : drawn == 1 ? random.nextDouble() : 0;
        var evidence = List.of(
                new Sentiment.Evidence(corpus.words(1), score, 0, 4, "word"),
                new Sentiment.Evidence(corpus.words(1), score / 2, 9, 15, "word"));
        return new Sentiment(label, score, 0.5 + random.nextDouble() / 2, evidence, "made-up");
    }

    private Virality virality() {
        var score = Math.max(0, 12 * random.nextGaussian());
        return new Virality(score, score * 2, 1, score);
    }

    /** The newest stories are told most; what belongs to none is a story of its own. */
    private String story(int number, String brand, Post post) {
        if (random.nextInt(4) > 0) {
            return PostId.hash(post.postId()).substring(0, 32);
        }
        var newest = number / MENTIONS_A_STORY;
        return PostId.hash(brand + (newest - skewed(STORIES_AT_ONCE))).substring(0, 32);
    }

    /** A number below the bound, small ones more often. */
    private int skewed(int bound) {
        var u = random.nextDouble();
        return (int) (bound * u * u);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> drawn(Map<String, Integer> weights) {
        var drawn = new ArrayList<String>();
        weights.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            for (int i = 0; i < e.getValue(); i++) {
                drawn.add(e.getKey());
            }
        });
        return drawn;
    }
}
