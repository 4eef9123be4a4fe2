package vigie.local.whole;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import vigie.json.Json;
import vigie.local.stack.LaunchOptions;
import vigie.local.stack.Launcher;
import vigie.local.stack.Stack;
import vigie.server.DataFolder;
import vigie.server.Life;
import vigie.server.PidFile;
import vigie.server.Ports;

/** The whole product as {@code ./vigie up} starts it, on free ports and a folder of its own, and its public API. */
final class RunningVigie implements AutoCloseable {

    private final Path folder;
    private final StringWriter output = new StringWriter();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String[] arguments;
    private Thread launcher;
    private Stack stack;

    RunningVigie() throws Exception {
        System.setProperty("vigie.root", "..");
        folder = Files.createTempDirectory("vigie-whole-").resolve("data");
        arguments = new String[] {
            "--data=" + folder,
            "--port=" + Ports.free(),
            "--ingest-port=" + Ports.free(),
            "--analysis-port=" + Ports.free(),
            "--kafka-port=" + Ports.free(),
            "--elasticsearch-port=" + Ports.free(),
        };
        start();
    }

    private void start() throws Exception {
        var options = CommandLine.populateCommand(new LaunchOptions(), arguments);
        var line =
                new CommandLine(options).setOut(new PrintWriter(output, true)).setErr(new PrintWriter(output, true));
        var ready = new CompletableFuture<Stack>();
        launcher = new Thread(() -> {
            try {
                new Launcher(options, line, Life.SHORT)
                        .with(Map.of("VIGIE_NOTIFY_ALLOWED_RANGES", "127.0.0.1/32"))
                        .run(ready::complete);
            } catch (RuntimeException e) {
                ready.completeExceptionally(e);
            }
        });
        launcher.start();
        try {
            stack = ready.get(4, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("not ready:\n" + output, e);
        }
    }

    /** Stops everything and starts it again on the same data. */
    void restart() throws Exception {
        stop();
        start();
    }

    /** Ends a process as {@code kill -9} does. The launcher then stops all others, which are back when this returns. */
    void crash(String name) throws Exception {
        var victims = new PidFile(folder.resolve("run").resolve(name + ".pid")).running();
        if (victims.isEmpty()) {
            throw new IllegalStateException(name + " does not run");
        }
        victims.forEach(ProcessHandle::destroyForcibly);
        launcher.join();
        start();
    }

    private void stop() throws InterruptedException {
        launcher.interrupt();
        launcher.join();
    }

    URI dashboard() {
        return URI.create("http://127.0.0.1:" + stack.ports().alert());
    }

    URI ingest() {
        return URI.create("http://127.0.0.1:" + stack.ports().ingest());
    }

    String password() {
        return stack.credentials().adminPassword();
    }

    String apiKey() {
        return stack.credentials().apiKey();
    }

    /** The commands of a document, which speak of the usual ports and folder. */
    String withItsPorts(String commands) {
        return commands.replace("localhost:8080", "127.0.0.1:" + stack.ports().alert())
                .replace("localhost:8081", "127.0.0.1:" + stack.ports().ingest())
                .replace("localhost:8082", "127.0.0.1:" + stack.ports().analysis())
                .replace(".vigie/credentials", folder.resolve("credentials").toString());
    }

    Answer get(String path) throws Exception {
        return send(stack.ports().alert(), "GET", path, null);
    }

    Answer put(String path, String body) throws Exception {
        return send(stack.ports().alert(), "PUT", path, body);
    }

    Answer post(String path, String body) throws Exception {
        return send(stack.ports().alert(), "POST", path, body);
    }

    Answer delete(String path) throws Exception {
        return send(stack.ports().alert(), "DELETE", path, null);
    }

    /** To the ingest service. */
    Answer push(String method, String path, String body) throws Exception {
        return send(stack.ports().ingest(), method, path, body);
    }

    /** To the analysis service. */
    Answer analyse(String body) throws Exception {
        return send(stack.ports().analysis(), "POST", "/api/analyze", body);
    }

    record Answer(int status, JsonNode body) {}

    private Answer send(int port, String method, String path, String body) throws Exception {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("X-Api-Key", apiKey())
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var tree = answer.body().isBlank()
                ? Json.mapper().nullNode()
                : Json.mapper().readTree(answer.body());
        return new Answer(answer.statusCode(), tree);
    }

    @Override
    public void close() throws Exception {
        stop();
        if (Files.exists(folder)) {
            DataFolder.delete(folder.resolve("elasticsearch"));
        }
        DataFolder.delete(folder.resolveSibling(""));
    }
}
