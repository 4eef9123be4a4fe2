package vigie.benchmarks.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import vigie.model.Author;
import vigie.model.Brand;
import vigie.model.Post;
import vigie.model.TrackedQuery;

/**
 * Made-up brands and what is said about them. A few brands are talked about all the time; many are seldom named,
 * have a past of some days, and each gets into one crisis.
 */
final class Town {

    /** So long ago the past of a quiet brand ends: longer than the longest window, so that a crisis' count begins at nought. */
    private static final Duration BEFORE_NOW = Duration.ofMinutes(200);

    private static final Duration PAST = Duration.ofHours(36);
    private static final Duration BETWEEN = Duration.ofMinutes(40);

    private static final List<String> EVERYDAY =
            List.of("Reading about %s", "Who works with %s?", "%s opens an office", "On compare %s", "The %s stand");

    private static final List<String> ANGRY = List.of(
            "%s is a scam, the worst service ever, I hate it",
            "Terrible, %s is broken again and nobody helps, awful",
            "%s est une honte, service horrible, je suis furieux",
            "I am disgusted by %s, horrible and useless",
            "Avoid %s, awful support and a disgusting attitude");

    /** Without words of their own, all posts would tell five stories. */
    private static final int OWN_WORDS = 12;

    private static final int VOCABULARY = 20_000;

    private final String run;
    private final Random random = new Random(20_260_101);
    private final AtomicLong serial = new AtomicLong();

    /** @param run tells the brands and posts of one run from those of another */
    Town(String run) {
        this.run = run;
    }

    Brand busy(int i) {
        return brand("latency-" + run + "-busy-" + i, "Busyhouse" + run + letters(i));
    }

    Brand quiet(int i) {
        return brand("latency-" + run + "-quiet-" + i, "Quietcorner" + run + letters(i));
    }

    List<Post> past(Brand brand, Instant now) {
        var posts = new ArrayList<Post>();
        for (var at = now.minus(BEFORE_NOW).minus(PAST); at.isBefore(now.minus(BEFORE_NOW)); at = at.plus(BETWEEN)) {
            posts.add(said(brand, ANGRY, at.plusSeconds(random.nextInt(2_000))));
        }
        return posts;
    }

    Post everyday(Brand brand, Instant at) {
        return said(brand, EVERYDAY, at);
    }

    Post angry(Brand brand, Instant at) {
        return said(brand, ANGRY, at);
    }

    private Post said(Brand brand, List<String> sentences, Instant at) {
        var number = serial.incrementAndGet();
        var text = sentences.get((int) (number % sentences.size())).formatted(brand.name()) + ". " + ownWords();
        var author = new Author("author-" + number % 5_000, null, null, 100L + number % 1_000, null);
        return Post.of("bench", run + "-" + number, at, text).by(author);
    }

    private String ownWords() {
        return ThreadLocalRandom.current()
                .ints(OWN_WORDS, 0, VOCABULARY)
                .mapToObj(word -> "w" + Integer.toString(word, 36))
                .collect(Collectors.joining(" "));
    }

    private static Brand brand(String id, String name) {
        var query = new TrackedQuery("name", "name", name);
        return new Brand(id, name, null, null, List.of(query), List.of(), List.of(), List.of(), List.of(), null);
    }

    private static String letters(int i) {
        return "" + (char) ('a' + i / 676 % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26);
    }
}
