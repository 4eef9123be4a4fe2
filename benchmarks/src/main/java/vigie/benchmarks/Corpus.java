package vigie.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vigie.model.Post;

/**
 * Made-up posts and queries; the same seed gives the same. Words follow Zipf's law, as they do in every language: the few first are
 * in nearly every post, most are in hardly any.
 */
public final class Corpus {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int WORDS = 40_000;
    private static final int NAMES = 8_000;
    private static final String[] ONSETS = "b c d f g h j l m n p r s t v br ch cl dr fr gr pl pr st tr".split(" ");
    private static final String[] VOWELS = "a e i o u ai an e i o on ou".split(" ");
    private static final String[] CODAS = {"", "", "", "n", "r", "s", "l", "t"};

    private final Random random;
    private final List<String> words;
    private final List<String> names;
    private final double[] wordSums = sums(WORDS);
    private final double[] nameSums = sums(NAMES);

    public Corpus(long seed) {
        random = new Random(seed);
        var made = new LinkedHashSet<String>();
        words = make(WORDS, 200, made);
        names = make(NAMES, 0, made);
    }

    /** Posts of 5 to 45 words; every third names a brand, some with a hashtag or a user's name. */
    List<Post> posts(int count) {
        var posts = new ArrayList<Post>(count);
        for (int i = 0; i < count; i++) {
            posts.add(Post.of("x", String.valueOf(i), NOON, text()));
        }
        return posts;
    }

    /** 60 % a name, 30 % names and phrases with words of the trade, 10 % NEAR and wildcards. */
    List<Asked> queries(int count) {
        var queries = new ArrayList<Asked>(count);
        for (int i = 0; i < count; i++) {
            var name = names.get(random.nextInt(NAMES));
            int kind = i % 10;
            queries.add(
                    kind < 6
                            ? simple(name, kind)
                            : kind < 9 ? bool(name) : random.nextBoolean() ? near(name) : wildcard());
        }
        return queries;
    }

    private static Asked simple(String name, int kind) {
        return kind % 2 == 0 ? new Asked.Word(name) : all(name);
    }

    private static Asked.Any all(String name) {
        return new Asked.Any(List.of(new Asked.Word(name), new Asked.Word("@" + name), new Asked.Word("#" + name)));
    }

    private Asked bool(String name) {
        var called = new Asked.Any(List.of(
                new Asked.Word(name),
                new Asked.Phrase(names.get(random.nextInt(NAMES)), trade()),
                new Asked.Phrase(trade(), trade())));
        var about = new Asked.Any(List.of(new Asked.Word(trade()), new Asked.Word(trade()), new Asked.Word(trade())));
        return new Asked.All(List.of(called, about), List.of(new Asked.Word(trade())));
    }

    private Asked near(String name) {
        return new Asked.Near(new Asked.Word(name), List.of(new Asked.Word(trade()), new Asked.Word(trade() + "x")), 5);
    }

    private Asked wildcard() {
        var name = names.get(random.nextInt(NAMES));
        var word = trade();
        return new Asked.All(
                List.of(
                        new Asked.Prefix(name.substring(0, Math.max(4, name.length() - 2))),
                        new Asked.Prefix(word.substring(0, Math.min(word.length(), 5)))),
                List.of());
    }

    /** A word people use now and then. */
    private String trade() {
        return words.get(100 + random.nextInt(3_900));
    }

    /** So many words, the frequent ones often. */
    public String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> words.get(zipf(wordSums)))
                .collect(Collectors.joining(" "));
    }

    /** What a post says. */
    public String text() {
        var text = new StringBuilder();
        int length = 5 + random.nextInt(41);
        int brand = random.nextInt(3) == 0 ? random.nextInt(length) : -1;
        for (int i = 0; i < length; i++) {
            var word = i == brand ? name() : words.get(zipf(wordSums));
            text.append(random.nextInt(8) == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word)
                    .append(random.nextInt(9) == 0 ? ", " : random.nextInt(12) == 0 ? ". " : " ");
        }
        if (random.nextInt(4) == 0) {
            text.append('#').append(names.get(zipf(nameSums)));
        }
        return text.toString();
    }

    private String name() {
        var name = names.get(zipf(nameSums));
        return random.nextInt(5) == 0 ? "@" + name : name;
    }

    private int zipf(double[] sums) {
        double wanted = random.nextDouble() * sums[sums.length - 1];
        int at = java.util.Arrays.binarySearch(sums, wanted);
        return at < 0 ? -at - 1 : at;
    }

    private static double[] sums(int count) {
        var sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }

    /** New words only; the first ones, which are frequent, are short. */
    private List<String> make(int count, int shortOnes, Set<String> made) {
        var fresh = new ArrayList<String>(count);
        while (fresh.size() < count) {
            int syllables = fresh.size() < shortOnes ? 1 + random.nextInt(2) : 2 + random.nextInt(3);
            var word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(one(ONSETS)).append(one(VOWELS));
            }
            word.append(one(CODAS));
            if (word.length() > 2 && made.add(word.toString())) {
                fresh.add(word.toString());
            }
        }
        return fresh;
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
