package vigie.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vigie.model.EngagementCounts;
import vigie.model.Post;

/**
 * A crisis that builds over two minutes: travellers complain, an influencer picks it up and is reposted, a hoax is copied with small
 * changes, the press writes, some defend the brand, the company answers, and it calms down.
 */
final class Crisis {

    static final Duration BUILDS = Duration.ofMinutes(2);
    static final Duration CALMS = Duration.ofSeconds(90);

    private static final int COMPLAINTS = 210;
    private static final int HOAXES = 24;
    private static final int REPOSTS = 40;
    private static final int DEFENDERS = 26;
    private static final int ANSWERS = 10;
    private static final List<String> SOURCES = List.of("x", "x", "x", "mastodon", "bluesky", "facebook", "reddit");

    private final CrisisScript script;
    private final Sentences sentences;
    private final Instant start;
    private final SplittableRandom random;
    private final String run;
    private final List<Beat> beats = new ArrayList<>();

    /** Something to send at a moment of the crisis. */
    sealed interface Beat {
        Instant at();

        record Say(Post post) implements Beat {
            @Override
            public Instant at() {
                return post.publishedAt();
            }
        }

        record Spread(String postId, Instant at, EngagementCounts counts) implements Beat {}
    }

    private Crisis(CrisisScript script, Sentences sentences, long seed, Instant start) {
        this.script = script;
        this.sentences = sentences;
        this.start = start;
        this.random = new SplittableRandom(seed);
        this.run = "c%d-%d".formatted(seed, start.getEpochSecond());
    }

    /** Everything that happens, in order. */
    static List<Beat> of(CrisisScript script, DemoBrand brand, long seed, Instant start) {
        var crisis = new Crisis(script, new Sentences(brand.slots()), seed, start);
        crisis.complaints();
        crisis.influencer();
        crisis.hoax();
        crisis.press();
        crisis.defenders();
        crisis.answers();
        crisis.beats.sort(Comparator.comparing(Beat::at));
        return List.copyOf(crisis.beats);
    }

    private void complaints() {
        for (int i = 0; i < COMPLAINTS; i++) {
            // the square root makes them thicken towards the peak; one in seven trails off afterwards
            double seconds = i % 7 == 6
                    ? BUILDS.toSeconds() + CALMS.toSeconds() * Math.pow(random.nextDouble(), 2)
                    : BUILDS.toSeconds() * Math.sqrt(random.nextDouble());
            boolean english = random.nextDouble() < 0.15;
            var text = sentences.say(english ? script.complaintsEnglish() : script.complaints(), random);
            say(seconds, "complaint-" + i, Sentences.pick(SOURCES, random), text, english ? "en" : "fr");
        }
    }

    private void influencer() {
        var id = run + "-influencer";
        var post = new Draft("x", id, moment(40), script.influencer(), "fr", Crowd.influencer()).post();
        beats.add(new Beat.Say(post));
        for (int step = 1; step <= 12; step++) {
            long n = Math.round(30 * Math.pow(step, 1.8));
            beats.add(new Beat.Spread(
                    post.postId(), moment(40 + 10.0 * step), new EngagementCounts(n * 6, n * 2, n, n * 150)));
        }
        for (int i = 0; i < REPOSTS; i++) {
            var author = Crowd.anyone(random);
            var at = moment(45 + 100 * Math.pow(random.nextDouble(), 0.8));
            beats.add(new Beat.Say(new Draft("x", run + "-repost-" + i, at, script.influencer(), "fr", author)
                    .reposting(id)
                    .post()));
        }
    }

    private void hoax() {
        for (int i = 0; i < HOAXES; i++) {
            var text = altered(script.hoax(), i);
            say(60 + 80 * random.nextDouble(), "hoax-" + i, i % 3 == 0 ? "facebook" : "x", text, "fr");
        }
    }

    private void press() {
        int i = 0;
        for (var article : script.articles()) {
            var at = moment(70 + 45.0 * i);
            var draft = new Draft(
                    "rss",
                    run + "-article-" + i,
                    at,
                    sentences.fill(article.text(), random),
                    "fr",
                    Crowd.member(1_000 + i));
            beats.add(new Beat.Say(
                    draft.titled(sentences.fill(article.title(), random)).post()));
            i++;
        }
    }

    private void defenders() {
        for (int i = 0; i < DEFENDERS; i++) {
            say(
                    80 + 110 * random.nextDouble(),
                    "defender-" + i,
                    "mastodon",
                    sentences.say(script.defenders(), random),
                    "fr");
        }
    }

    private void answers() {
        for (int i = 0; i < ANSWERS; i++) {
            say(BUILDS.toSeconds() + 10 + 7.0 * i, "answer-" + i, "x", sentences.say(script.answers(), random), "fr");
        }
    }

    private void say(double seconds, String id, String platform, String text, String lang) {
        beats.add(new Beat.Say(
                new Draft(platform, run + "-" + id, moment(seconds), text, lang, Crowd.anyone(random)).post()));
    }

    private Instant moment(double seconds) {
        return start.plusMillis(Math.round(seconds * 1_000));
    }

    private String altered(String text, int i) {
        return switchCase(text, i, random) + (i % 4 == 1 ? " 😡" : i % 4 == 2 ? " À partager !" : "");
    }

    private static String switchCase(String text, int i, RandomGenerator random) {
        return i % 5 == 4
                ? text.toUpperCase(java.util.Locale.FRENCH)
                : random.nextBoolean() ? text : text.replace(" !", "!!!");
    }
}
