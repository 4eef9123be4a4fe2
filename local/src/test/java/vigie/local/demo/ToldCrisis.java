package vigie.local.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import vigie.json.Json;
import vigie.local.load.PushClient;
import vigie.local.load.PushTarget;
import vigie.model.Post;

/** The demo told at once, up to the height of a crisis that built over two hours: for tests that look at what there is to see of it. */
public final class ToldCrisis {

    public static final String BRAND = "ponant-rail";

    private static final Duration HISTORY = Duration.ofDays(2);

    /** The demo builds in minutes what takes an afternoon. */
    private static final int SLOWER = 60;

    private static final Duration SO_FAR = Crisis.BUILDS.plusSeconds(10);
    private static final int BATCH = 1_000;

    private ToldCrisis() {}

    /** Those told of; one of the demo's brands has the name of another test's. */
    private static List<DemoBrand> told() {
        return Scripts.brands().stream().filter(b -> !b.id().equals("telmara")).toList();
    }

    public static List<String> brands() {
        return told().stream().map(DemoBrand::id).toList();
    }

    /** @return how many posts were sent of {@link #BRAND} */
    public static long tell(URI ingest, URI alert, String key, Instant now) throws IOException, InterruptedException {
        var brands = new BrandsClient(alert, key);
        for (var brand : told()) {
            brands.put(brand.asBrand());
        }
        var push = new PushClient(new PushTarget(ingest, key), Duration.ofMinutes(1));
        var ordinary = told().stream()
                .flatMap(b -> ordinary(b, now))
                .sorted(Comparator.comparing(Post::publishedAt))
                .toList();
        for (int i = 0; i < ordinary.size(); i += BATCH) {
            push.posts(lines(ordinary.subList(i, Math.min(ordinary.size(), i + BATCH))));
        }
        var struck =
                told().stream().filter(b -> b.id().equals(BRAND)).findFirst().orElseThrow();
        var began = now.minus(SO_FAR.multipliedBy(SLOWER));
        var crisis = Crisis.of(Scripts.crisis(), struck, 1, began).stream()
                .filter(Crisis.Beat.Say.class::isInstance)
                .map(beat -> slowed(((Crisis.Beat.Say) beat).post(), began))
                .filter(post -> !post.publishedAt().isAfter(now))
                .toList();
        push.posts(lines(crisis));
        return crisis.size() + ordinary(struck, now).count();
    }

    private static Post slowed(Post post, Instant began) {
        var at = began.plus(Duration.between(began, post.publishedAt()).multipliedBy(SLOWER));
        ObjectNode json = Json.mapper().valueToTree(post);
        return Json.mapper().treeToValue(json.put("publishedAt", at.toString()), Post.class);
    }

    private static Stream<Post> ordinary(DemoBrand brand, Instant now) {
        var everyday = new Everyday(1);
        var from = now.minus(HISTORY);
        return LongStream.rangeClosed(from.getEpochSecond() / 3_600, now.getEpochSecond() / 3_600)
                .boxed()
                .flatMap(hour -> everyday.hour(brand, hour).stream())
                .filter(p -> p.publishedAt().isAfter(from) && !p.publishedAt().isAfter(now));
    }

    private static List<String> lines(List<Post> posts) {
        return posts.stream().map(Json.mapper()::writeValueAsString).toList();
    }
}
