package vigie.local.status;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigie.json.Json;
import vigie.local.stack.Home;
import vigie.local.stack.HomeLock;
import vigie.local.stack.PortPlan;

/** {@code vigie status}: is it listening? */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Say what runs, what each source brings, and how far each stage has come.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is ready", "3:not running", "4:running, and something is not ready"})
public final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;
    private static final int NOT_READY = 4;

    private final Clock clock = Clock.systemUTC();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vigie",
            description = "the data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".vigie");

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        var report = look(Home.existing(data));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            out.print(new ReportText(report).text());
        }
        out.flush();
        if (!report.running()) {
            return NOT_RUNNING;
        }
        var allReady = report.problem() == null
                && report.processes().stream().allMatch(p -> p.health().equals("ready"));
        return allReady ? 0 : NOT_READY;
    }

    private Report look(Home home) throws InterruptedException {
        var now = clock.instant();
        var ports = PortPlan.read(home.ports());
        if (ports.isEmpty() || !HomeLock.isTaken(home)) {
            return new Report(false, home.folder().toString(), now, List.of(), List.of(), List.of(), null);
        }
        var processes = new Processes(home).look(ports.get());
        var kafka = ports.get().bootstrapServers();
        if (processes.stream()
                .anyMatch(p -> p.name().equals("kafka") && !p.health().equals("ready"))) {
            return new Report(
                    true, home.folder().toString(), now, processes, List.of(), List.of(), "Kafka does not answer");
        }
        try (var admin = Admin.create(Map.of(
                        "bootstrap.servers", kafka, "request.timeout.ms", "5000", "default.api.timeout.ms", "10000"));
                var window = new TopicWindow(kafka)) {
            var topics = admin.listTopics().names().get();
            if (!topics.contains("posts") || !topics.contains("source-status")) {
                return new Report(
                        true,
                        home.folder().toString(),
                        now,
                        processes,
                        List.of(),
                        List.of(),
                        "the topics are not there yet");
            }
            return new Report(
                    true,
                    home.folder().toString(),
                    now,
                    processes,
                    new Sources(kafka, window, now).look(),
                    new Stages(admin, window, now).look(),
                    null);
        } catch (ExecutionException | KafkaException e) {
            var cause = e instanceof ExecutionException ? e.getCause() : e;
            return new Report(
                    true,
                    home.folder().toString(),
                    now,
                    processes,
                    List.of(),
                    List.of(),
                    "Kafka gave no answer: " + cause);
        }
    }
}
