package vigie.local.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vigie.model.Post;

/** What is said about a brand in an ordinary hour. */
final class Everyday {

    private static final List<String> PLATFORMS =
            List.of("x", "x", "x", "x", "mastodon", "mastodon", "bluesky", "bluesky", "reddit", "facebook", "forum");

    private final long seed;

    Everyday(long seed) {
        this.seed = seed;
    }

    /** All posts of one hour since the epoch, oldest first. */
    List<Post> hour(DemoBrand brand, long epochHour) {
        var random = new SplittableRandom(seed * 31 + brand.id().hashCode() * 1_000_003L + epochHour);
        var start = Instant.ofEpochSecond(epochHour * 3_600);
        double mean = brand.perHour() * Rhythm.at(start.atZone(ZoneId.of(brand.timeZone())));
        int count = poisson(mean, random);
        var posts = new ArrayList<Post>(count);
        for (int i = 0; i < count; i++) {
            var at = start.plusMillis(random.nextInt(3_600_000));
            posts.add(post(brand, "d%d-%s-%d-%d".formatted(seed, brand.id(), epochHour, i), at, random));
        }
        posts.sort(Comparator.comparing(Post::publishedAt));
        return posts;
    }

    private Post post(DemoBrand brand, String id, Instant at, RandomGenerator random) {
        var lang = random.nextDouble() < brand.english() ? "en" : "fr";
        var feeling = feeling(brand, random);
        var text = new Sentences(brand.slots()).say(sentences(brand, lang, feeling), random);
        var author = Crowd.anyone(random);
        var platform = Sentences.pick(PLATFORMS, random);
        return new Draft(platform, id, at, text, lang, author)
                .engaged(Crowd.gathered(author, 0.4, random))
                .post();
    }

    private static List<String> sentences(DemoBrand brand, String lang, String feeling) {
        var ofLanguage = brand.texts().get(lang);
        if (ofLanguage == null || !ofLanguage.containsKey(feeling)) {
            throw new IllegalStateException("the demo's script of " + brand.id() + " lacks " + lang + " " + feeling);
        }
        return ofLanguage.get(feeling);
    }

    private static String feeling(DemoBrand brand, RandomGenerator random) {
        double draw = random.nextDouble();
        double negative = brand.mix().getOrDefault("negative", 0.0);
        if (draw < negative) {
            return "negative";
        }
        return draw < negative + brand.mix().getOrDefault("neutral", 0.0) ? "neutral" : "positive";
    }

    private static int poisson(double mean, RandomGenerator random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
