package vigie.alert.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vigie.alert.Api;
import vigie.json.Json;

/** A browser's EventSource, for tests. */
final class EventStream implements AutoCloseable {

    record Event(String id, String name, JsonNode data) {}

    private final InputStream body;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> ids = new LinkedBlockingQueue<>();
    private volatile String lastId = "";

    private EventStream(InputStream body) {
        this.body = body;
        var thread = new Thread(this::read, "event-stream");
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens a stream and returns once it listens. */
    static EventStream open(Api api, String path, @Nullable String lastEventId) throws Exception {
        var request = lastEventId == null
                ? api.request("GET", path, null)
                : api.request("GET", path, null, "Last-Event-ID", lastEventId);
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        var stream = new EventStream(answer.body());
        if (stream.ids.poll(20, TimeUnit.SECONDS) == null) {
            throw new AssertionError("the stream never began");
        }
        return stream;
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = lastId;
            String name = "";
            String data = "";
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty()) {
                    lastId = id;
                    if (!data.isEmpty()) {
                        events.add(new Event(id, name, Json.mapper().readTree(data)));
                    }
                    if (!id.isEmpty()) {
                        ids.add(id);
                    }
                    name = "";
                    data = "";
                }
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    String lastId() {
        return lastId;
    }

    Event next(Predicate<Event> wanted) throws InterruptedException {
        while (true) {
            var event = events.poll(20, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no such event came");
            }
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
