package vigie.local.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;
import vigie.json.Json;
import vigie.local.load.PushClient;
import vigie.model.Engagement;
import vigie.model.Post;

/** Plays the scenario against running services, until interrupted. */
final class DemoRun {

    static final Duration HISTORY = Duration.ofDays(14);

    /** Long enough to open the dashboard and see an ordinary day first. */
    static final Duration CALM_FIRST = Duration.ofSeconds(20);

    private static final int BATCH = 1_000;

    private final PushClient push;
    private final BrandsClient brandsClient;
    private final Clock clock;
    private final long seed;
    private final Consumer<String> say;
    private final List<DemoBrand> brands = Scripts.brands();
    private final Everyday everyday;
    private final JsonMapper json = Json.mapper();

    DemoRun(PushClient push, BrandsClient brandsClient, Clock clock, long seed, Consumer<String> say) {
        this.push = push;
        this.brandsClient = brandsClient;
        this.clock = clock;
        this.seed = seed;
        this.say = say;
        this.everyday = new Everyday(seed);
    }

    /** Brands and two weeks of history; returns the moment up to which everything is told. */
    Instant prepare() throws IOException, InterruptedException {
        for (var brand : brands) {
            brandsClient.put(brand.asBrand());
        }
        say.accept("four made-up brands are being followed");
        var now = clock.instant();
        var started = System.nanoTime();
        var history = everydayPosts(now.minus(HISTORY), now);
        for (int i = 0; i < history.size(); i += BATCH) {
            push.posts(lines(history.subList(i, Math.min(history.size(), i + BATCH))));
        }
        say.accept("%,d posts of the last %d days sent in %.1f s"
                .formatted(history.size(), HISTORY.toDays(), (System.nanoTime() - started) / 1e9));
        return now;
    }

    /** The live part: everyday talk and, after {@link #CALM_FIRST}, one crisis. */
    void play(Instant from) throws IOException, InterruptedException {
        var crisisStart = clock.instant().plus(CALM_FIRST);
        var script = Scripts.crisis();
        var struck = brands.stream()
                .filter(b -> b.id().equals(script.brand()))
                .findFirst()
                .orElseThrow();
        var crisis = new ArrayList<>(Crisis.of(script, struck, seed, crisisStart));
        say.accept("posts arrive live; in %d s a crisis of %s begins and builds over %d s"
                .formatted(CALM_FIRST.toSeconds(), struck.name(), Crisis.BUILDS.toSeconds()));
        var told = from;
        boolean announced = false;
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            sendPosts(everydayPosts(told, now));
            told = now;
            while (!crisis.isEmpty() && !crisis.get(0).at().isAfter(now)) {
                sendBeat(crisis.remove(0));
            }
            if (crisis.isEmpty() && !announced) {
                say.accept("the crisis is over; everyday talk goes on until Ctrl-C");
                announced = true;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private void sendBeat(Crisis.Beat beat) throws IOException, InterruptedException {
        if (beat instanceof Crisis.Beat.Say said) {
            sendPosts(List.of(said.post()));
        } else if (beat instanceof Crisis.Beat.Spread spread) {
            var at = new Engagement(spread.postId(), spread.at(), spread.counts());
            var flat = json.createObjectNode()
                    .put("postId", at.postId())
                    .put("observedAt", at.observedAt().toString());
            flat.setAll((tools.jackson.databind.node.ObjectNode) json.valueToTree(at.counts()));
            push.engagements(List.of(flat.toString()));
        } else {
            throw new AssertionError(beat);
        }
    }

    private void sendPosts(List<Post> posts) throws IOException, InterruptedException {
        if (posts.isEmpty()) {
            return;
        }
        var result = push.posts(lines(posts));
        if (!result.rejected().isEmpty()) {
            throw new IOException(
                    "a post of the demo was refused: " + result.rejected().get(0));
        }
    }

    private List<Post> everydayPosts(Instant after, Instant until) {
        return LongStream.rangeClosed(after.getEpochSecond() / 3_600, until.getEpochSecond() / 3_600)
                .boxed()
                .flatMap(hour -> brands.stream().flatMap(b -> everyday.hour(b, hour).stream()))
                .filter(p -> p.publishedAt().isAfter(after) && !p.publishedAt().isAfter(until))
                .sorted(Comparator.comparing(Post::publishedAt))
                .toList();
    }

    private List<String> lines(List<Post> posts) {
        return posts.stream().map(json::writeValueAsString).toList();
    }
}
