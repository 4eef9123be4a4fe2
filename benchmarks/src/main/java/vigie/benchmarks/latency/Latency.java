package vigie.benchmarks.latency;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.model.Brand;

/** Drives a running Vigie and measures alerts; see the module's README. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "Measures, on a running Vigie under load, how long an alert takes.")
public final class Latency implements Callable<Integer> {

    @Option(names = "--ingest", defaultValue = "http://127.0.0.1:8081", description = "default: ${DEFAULT-VALUE}")
    private URI ingest;

    @Option(names = "--api", defaultValue = "http://127.0.0.1:8080", description = "default: ${DEFAULT-VALUE}")
    private URI api;

    @Option(names = "--kafka", defaultValue = "127.0.0.1:9092", description = "default: ${DEFAULT-VALUE}")
    private String kafka;

    @Option(
            names = "--key",
            required = true,
            defaultValue = "${env:VIGIE_API_KEY}",
            description = "default: $VIGIE_API_KEY")
    private String key;

    @Option(names = "--rate", defaultValue = "500", description = "posts a second beside, default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--crises", defaultValue = "200", description = "one each second, default: ${DEFAULT-VALUE}")
    private int crises;

    @Option(
            names = "--warm-up",
            defaultValue = "90",
            description = "seconds under load before the first crisis, default: ${DEFAULT-VALUE}")
    private int warmUp;

    @SuppressWarnings("NullAway.Init") // picocli fills the options
    public Latency() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Latency()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var town = new Town(Long.toString(Instant.now().getEpochSecond(), 36));
        var door = new Door(ingest, api, key);
        var busy = IntStream.range(0, 10).mapToObj(town::busy).toList();
        var quiet = IntStream.range(0, crises).mapToObj(town::quiet).toList();
        System.out.printf("%d brands and the past of %d of them…%n", busy.size() + quiet.size(), quiet.size());
        for (var brand : busy) {
            door.put(brand);
        }
        for (var brand : quiet) {
            door.put(brand);
        }
        for (var brand : quiet) {
            door.push(town.past(brand, Instant.now())).join();
        }
        try (var everyday = new Everyday(door, town, busy, rate)) {
            System.out.printf("%d posts/s for %d s, then a crisis a second…%n", rate, warmUp);
            TimeUnit.SECONDS.sleep(warmUp);
            measure(door, town, quiet);
            System.out.printf("%nload: %.0f posts/s accepted, %d posts refused%n", everyday.rate(), everyday.refused());
        } finally {
            for (var brand : busy) {
                door.delete(brand.id());
            }
            for (var brand : quiet) {
                door.delete(brand.id());
            }
        }
        return 0;
    }

    private void measure(Door door, Town town, List<Brand> quiet) throws ExecutionException, InterruptedException {
        var latency = new Histogram(Duration.ofMinutes(1).toMillis() * 1_000, 3);
        var hop = new Histogram(Duration.ofMinutes(1).toMillis() * 1_000, 3);
        var clock = Executors.newScheduledThreadPool(8);
        var unseen = 0;
        try (var alerts = new AlertWatch(kafka);
                var raw = new OneHop(kafka)) {
            var running = new ArrayList<Future<OptionalLong>>();
            for (int i = 0; i < quiet.size(); i++) {
                var brand = quiet.get(i);
                running.add(clock.schedule(() -> new Crisis().run(door, town, brand, alerts), i, TimeUnit.SECONDS));
            }
            for (var crisis : running) {
                raw.measure(hop);
                var nanos = crisis.get();
                if (nanos.isPresent()) {
                    latency.recordValue(Math.max(0, nanos.getAsLong()) / 1_000);
                } else {
                    unseen++;
                }
            }
        } finally {
            clock.shutdownNow();
        }
        System.out.printf("%d crises, %d without an alert%n%n", quiet.size(), unseen);
        Bars.print("answer to the push → alert in Kafka", latency, System.out);
        Bars.print("one transaction through Kafka, nothing else", hop, System.out);
        if (hop.getTotalCount() > 0 && latency.getTotalCount() > 0) {
            System.out.printf(
                    "median to the raw limit of three hops: %.1f ×%n",
                    latency.getValueAtPercentile(50) / (3.0 * hop.getValueAtPercentile(50)));
        }
    }
}
