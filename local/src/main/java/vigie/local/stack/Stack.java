package vigie.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.server.ChildProcess;
import vigie.server.ElasticsearchServer;
import vigie.server.KafkaServer;
import vigie.server.Life;
import vigie.server.Readiness;
import vigie.server.ServerSettings;
import vigie.server.StartFailed;

/** All processes of one installation: started so that each finds what it needs, stopped in reverse order. */
public final class Stack implements AutoCloseable {

    private static final Duration SERVICE_START = Duration.ofMinutes(3);
    private static final Duration SERVICE_STOP = Duration.ofSeconds(30);
    private static final String DASHBOARD = "VIGIE_NOTIFY_DASHBOARD";
    private static final int KAFKA_HEAP = 384;
    private static final int ELASTICSEARCH_HEAP = 512;

    private final Home home;
    private final PortPlan ports;
    private final Credentials credentials;
    private final Life life;
    private final Consumer<String> say;
    private final Map<String, String> more;
    private final List<ChildProcess> children = Collections.synchronizedList(new ArrayList<>());

    private Stack(
            Home home,
            PortPlan ports,
            Credentials credentials,
            Life life,
            Map<String, String> more,
            Consumer<String> say) {
        this.more = more;
        this.home = home;
        this.ports = ports;
        this.credentials = credentials;
        this.life = life;
        this.say = say;
    }

    /**
     * Returns when everything is ready. Throws {@link StartFailed} with nothing left running when something is not, or when this thread
     * is interrupted.
     *
     * @param more environment of the services, beside what they need anyway
     * @param say told what happens, one line each
     */
    static Stack start(
            Home home,
            PortPlan ports,
            Credentials credentials,
            List<Program> services,
            Life life,
            Map<String, String> more,
            Consumer<String> say) {
        var stack = new Stack(home, ports, credentials, life, more, say);
        ports.write(home);
        try {
            stack.together(List.of(stack::startKafka, stack::startElasticsearch));
            stack.together(services.stream().map(stack::service).toList());
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private @Nullable Void startKafka() {
        say.accept("starting Kafka");
        var started = System.nanoTime();
        children.add(
                KafkaServer.start(server("kafka", ports.kafka(), KAFKA_HEAP)).process());
        ready("Kafka", started);
        return null;
    }

    private @Nullable Void startElasticsearch() {
        say.accept("starting Elasticsearch");
        var started = System.nanoTime();
        var process = ElasticsearchServer.start(server("elasticsearch", ports.elasticsearch(), ELASTICSEARCH_HEAP))
                .process();
        children.add(process);
        process.letOthersGoFirst();
        ready("Elasticsearch", started);
        return null;
    }

    private ServerSettings server(String name, int port, int heap) {
        return new ServerSettings(home.folder().resolve(name), home.logs(), home.run(), port, heap, life);
    }

    private Callable<Void> service(Program program) {
        return () -> {
            say.accept("starting " + program.name());
            var started = System.nanoTime();
            var child = ChildProcess.start(new ChildProcess.Command(
                    program.name(),
                    program.words(),
                    environment(program),
                    Path.of("").toAbsolutePath(),
                    home.logs(),
                    home.run(),
                    SERVICE_STOP));
            children.add(child);
            var health = URI.create("http://127.0.0.1:" + program.port() + "/actuator/health/readiness");
            new Readiness(child, SERVICE_START, home.folder()).await(() -> Readiness.answers(health));
            ready(program.name(), started);
            return null;
        };
    }

    private Map<String, String> environment(Program program) {
        var environment = new HashMap<String, String>();
        environment.put(Credentials.API_KEY, credentials.apiKey());
        environment.put(Credentials.ADMIN_PASSWORD, credentials.adminPassword());
        environment.put("SERVER_PORT", String.valueOf(program.port()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", ports.bootstrapServers());
        environment.put(
                "SPRING_KAFKA_STREAMS_STATE_DIR", home.state(program.name()).toString());
        environment.put("VIGIE_ELASTICSEARCH_URI", "http://127.0.0.1:" + ports.elasticsearch());
        // for the links in messages
        environment.put(DASHBOARD, System.getenv().getOrDefault(DASHBOARD, "http://localhost:" + ports.alert()));
        environment.putAll(more);
        // a browser that listens to the stream would hold the dashboard up
        environment.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "5s");
        return environment;
    }

    private void ready(String name, long started) {
        say.accept("%s is ready after %.1f s".formatted(name, (System.nanoTime() - started) / 1e9));
    }

    /** Runs the steps at the same time; when one fails the others are interrupted, and have ended when this returns. */
    private static void together(List<Callable<Void>> steps) {
        var threads = Executors.newFixedThreadPool(steps.size());
        try {
            var running = new ExecutorCompletionService<Void>(threads);
            steps.forEach(running::submit);
            for (int i = 0; i < steps.size(); i++) {
                running.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Stopped while starting.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartFailed told ? told : new StartFailed(String.valueOf(e.getCause()), e);
        } finally {
            threads.shutdownNow();
            awaitEnd(threads);
        }
    }

    private static void awaitEnd(ExecutorService threads) {
        boolean interrupted = Thread.interrupted();
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public PortPlan ports() {
        return ports;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** Completes with a process that ended although nobody asked it to. */
    CompletableFuture<ChildProcess> firstToEnd() {
        var first = new CompletableFuture<ChildProcess>();
        List.copyOf(children).forEach(child -> child.onExit().thenRun(() -> first.complete(child)));
        return first;
    }

    void boundLogs(long bytes) {
        List.copyOf(children).forEach(child -> child.boundLog(bytes));
    }

    @Override
    public void close() {
        // those that started together are in the order in which they were ready
        var order = List.copyOf(ports.byName().keySet());
        var reverse = new ArrayList<>(List.copyOf(children));
        reverse.sort(Comparator.comparing((ChildProcess c) -> order.indexOf(c.name()))
                .reversed());
        for (var child : reverse) {
            say.accept("stopping " + child.name());
            child.close();
            children.remove(child);
        }
    }
}
