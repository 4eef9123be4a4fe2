package vigie.benchmarks.overview;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.json.Json;
import vigie.model.Brand;
import vigie.model.TrackedQuery;
import vigie.server.DataFolder;
import vigie.store.MentionFilter;
import vigie.store.MentionSort;
import vigie.store.MentionStore;
import vigie.store.StoreSettings;

/** Measures the overview page over many mentions beside its own raw questions to Elasticsearch; see the module's README. */
@Command(
        name = "overview",
        mixinStandardHelpOptions = true,
        description = "Measures the overview page over a million mentions, beside the raw questions to Elasticsearch.")
public final class Overview implements Callable<Integer> {

    private static final Duration AHEAD = Duration.ofMinutes(1);

    @Option(names = "--mentions", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
    private int mentions;

    @Option(names = "--days", defaultValue = "60", description = "they spread over, default: ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--rounds", defaultValue = "40", description = "of the whole page, default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--alone", defaultValue = "10", description = "rounds of each part, default: ${DEFAULT-VALUE}")
    private int alone;

    @Option(names = "--warm-up", defaultValue = "10", description = "rounds before, default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--only", description = "pages whose name holds this, default: all")
    private @Nullable String only;

    @Option(names = "--root", defaultValue = ".", description = "the built checkout, default: ${DEFAULT-VALUE}")
    private Path root;

    @Option(names = "--data", description = "folder that is kept and filled once; default: one that is deleted again")
    private @Nullable Path data;

    @Option(names = "--show", description = "writes the raw questions there")
    private @Nullable Path show;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @SuppressWarnings("NullAway.Init") // picocli fills the options
    public Overview() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Overview()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var folder = data == null ? Files.createTempDirectory("vigie-overview-") : data;
        try {
            try (var machinery = new Machinery(root, folder)) {
                // also when the reader has seen enough
                Runtime.getRuntime().addShutdownHook(new Thread(machinery::close));
                measure(machinery);
            }
        } finally {
            if (data == null) {
                DataFolder.delete(folder.resolve("elasticsearch"));
                DataFolder.delete(folder);
            }
        }
        return 0;
    }

    private void measure(Machinery machinery) throws Exception {
        var newest = filled(machinery.elasticsearch()).plus(AHEAD);
        var pages = pages();
        var raws = new LinkedHashMap<String, Map<String, List<Raw>>>();
        try (var recorder = new Recorder(machinery.elasticsearch());
                var service = machinery.alerts(recorder.address())) {
            putBrands(service.address());
            for (var page : pages) {
                raws.put(page.name(), recorded(page, newest, service.address(), recorder));
            }
        }
        try (var service = machinery.alerts(machinery.elasticsearch());
                var race = new Race(service.address(), machinery.elasticsearch(), newest)) {
            for (var page : pages) {
                var asked = raws.getOrDefault(page.name(), Map.of());
                race.whole("", page, asked, warmUp, new Race.Times());
                var times = new Race.Times();
                race.alone(page, asked, alone, times);
                race.whole("THE WHOLE PAGE", page, asked, rounds, times);
                print(page, asked, times, System.out);
            }
        }
    }

    private List<Page> pages() {
        var busiest = Crowd.BRANDS.get(0);
        var pages = new ArrayList<Page>();
        pages.add(new Page("busiest brand, 24 hours", busiest, Duration.ofDays(1)));
        pages.add(new Page("busiest brand, 7 days", busiest, Duration.ofDays(7)));
        pages.add(new Page("busiest brand, 30 days", busiest, Duration.ofDays(30)));
        pages.add(new Page("all brands, 30 days and the 30 before", null, Duration.ofDays(30)));
        var wanted = only;
        return wanted == null
                ? pages
                : pages.stream().filter(page -> page.name().contains(wanted)).toList();
    }

    /** Fills the index unless it is full, and says when the newest mention was made. */
    private Instant filled(URI elasticsearch) throws Exception {
        try (var store = MentionStore.open(StoreSettings.of(elasticsearch))) {
            var all = MentionFilter.between(Instant.EPOCH, Instant.now().plus(AHEAD))
                    .build();
            store.ready();
            if (store.page(all, MentionSort.RECENT, 1, null).total() < mentions) {
                System.out.printf("writing %,d mentions over %d days…%n", mentions, days);
                var begun = System.nanoTime();
                var now = Instant.now();
                Filling.fill(store, now.minus(Duration.ofDays(days)), now, mentions);
                System.out.printf(
                        "  took %d s%n",
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds());
            }
            var newest = store.page(all, MentionSort.RECENT, 1, null);
            System.out.printf("%,d mentions in the index%n", newest.total());
            return newest.items().get(0).eventTime();
        }
    }

    /** They exist at once; that nothing listens for them does not matter here. */
    private void putBrands(URI api) throws Exception {
        var query = List.of(new TrackedQuery("name", "name", "unheard"));
        var answers = Crowd.BRANDS.stream()
                .map(id -> new Brand(
                        id, id, null, null, query, List.of(), List.of(), List.of(), List.of(), List.of(), null))
                .map(brand -> HttpRequest.newBuilder(api.resolve("/api/brands/" + brand.id()))
                        .header("X-Api-Key", Machinery.KEY)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(brand)))
                        .build())
                .map(request -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            if (answer.get().statusCode() / 100 != 2) {
                throw new IOException("a brand was refused: " + answer.get().body());
            }
        }
    }

    private Map<String, List<Raw>> recorded(Page page, Instant newest, URI api, Recorder recorder) throws Exception {
        var recorded = new LinkedHashMap<String, List<Raw>>();
        var parts = new ArrayList<>(page.parts(newest));
        parts.add(page.reach(newest));
        recorder.taken();
        for (var part : parts) {
            var request = HttpRequest.newBuilder(api.resolve(part.path()))
                    .header("X-Api-Key", Machinery.KEY)
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(part.path() + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            recorded.put(part.name(), recorder.taken());
            if (show != null) {
                write(show, page, part, answer.body(), recorded.getOrDefault(part.name(), List.of()));
            }
        }
        return recorded;
    }

    private static void write(Path folder, Page page, Page.Part part, String answer, List<Raw> raws)
            throws IOException {
        Files.createDirectories(folder);
        var text = new StringBuilder("GET " + part.path() + "\n\n");
        raws.forEach(raw -> text.append(raw.method() + " " + raw.path() + "\n" + raw.body() + "\n\n"));
        Files.writeString(
                folder.resolve((page.name() + "-" + part.name() + ".txt").replaceAll("[^a-z0-9.]+", "-")),
                text.append(answer).append('\n'));
    }

    private static void print(Page page, Map<String, List<Raw>> raws, Race.Times times, PrintStream out) {
        out.printf("%n%s, ms%n", page.name());
        out.printf("%-20s %8s %10s %8s %10s %8s %8s%n", "", "requests", "product", "p95", "raw", "p95", "ratio");
        times.product().forEach((name, product) -> {
            var raw = times.raw().getOrDefault(name, List.of());
            var requests = raws.containsKey(name)
                    ? raws.getOrDefault(name, List.of()).size()
                    : raws.values().stream().mapToInt(List::size).sum();
            out.printf(
                    "%-20s %8d %10.0f %8.0f %10.0f %8.0f %8.2f%n",
                    name,
                    requests,
                    at(product, 50),
                    at(product, 95),
                    at(raw, 50),
                    at(raw, 95),
                    at(product, 50) / Math.max(0.1, at(raw, 50)));
        });
    }

    /** Milliseconds. */
    private static double at(List<Long> micros, int percentile) {
        var sorted = micros.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return 0;
        }
        var index = (int) Math.ceil(percentile / 100.0 * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1_000.0;
    }
}
