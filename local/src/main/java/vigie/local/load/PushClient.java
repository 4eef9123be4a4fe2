package vigie.local.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vigie.json.Json;

/**
 * Sends batches to the ingest service and waits as long as it asks to: a full or absent Kafka behind it (429, 503) is a reason for
 * patience, and so is a service that answered before and is restarting; anything else is not.
 */
public final class PushClient {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final PushTarget target;
    private final Duration patience;
    private volatile boolean answered;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** @param patience how long one batch may keep being refused or unreachable before giving up */
    public PushClient(PushTarget target, Duration patience) {
        this.target = target;
        this.patience = patience;
    }

    /** Posts as JSON objects, one a line; indices in the answer count from the first. */
    public PushResult posts(List<String> lines) throws IOException, InterruptedException {
        return send("/api/posts", "application/x-ndjson", String.join("\n", lines));
    }

    /** Engagement snapshots as JSON objects. */
    public PushResult engagements(List<String> objects) throws IOException, InterruptedException {
        return send("/api/engagements", "application/json", "[" + String.join(",", objects) + "]");
    }

    private PushResult send(String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(target.path(path))
                .timeout(Duration.ofSeconds(60))
                .header("X-Api-Key", target.apiKey())
                .header("Content-Type", type)
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(body)))
                .build();
        var deadline = System.nanoTime() + patience.toNanos();
        for (int attempt = 0; ; attempt++) {
            Duration wait;
            @Nullable IOException unanswered = null;
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                answered = true;
                if (answer.statusCode() == 202 || answer.statusCode() == 422) {
                    return read(answer);
                }
                if (answer.statusCode() != 429 && answer.statusCode() != 503) {
                    throw new RefusedException(answer.statusCode(), detail(answer.body()));
                }
                wait = retryAfter(answer, attempt);
            } catch (RefusedException e) {
                throw e;
            } catch (ConnectException e) {
                if (!answered) {
                    throw new IOException("nothing listens at " + target + ": is Vigie running?", e);
                }
                unanswered = e;
                wait = backOff(attempt);
            } catch (IOException e) {
                unanswered = e;
                wait = backOff(attempt);
            }
            if (System.nanoTime() + wait.toNanos() > deadline) {
                throw new IOException(
                        "the ingest service at " + target
                                + (unanswered == null ? " kept asking to wait" : " did not answer") + " for "
                                + patience.toSeconds() + " s",
                        unanswered);
            }
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        }
    }

    private static PushResult read(HttpResponse<String> answer) throws IOException {
        try {
            return Json.mapper().readValue(answer.body(), PushResult.class);
        } catch (JacksonException e) {
            throw new IOException("the ingest service gave an unreadable answer (" + answer.statusCode() + ")", e);
        }
    }

    private static String detail(String body) {
        try {
            return Json.mapper().readTree(body).path("detail").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static Duration retryAfter(HttpResponse<?> answer, int attempt) {
        var asked = answer.headers().firstValue("Retry-After").filter(v -> v.matches("\\d{1,5}"));
        var wait = asked.map(v -> Duration.ofSeconds(Long.parseLong(v))).orElseGet(() -> backOff(attempt));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static Duration backOff(int attempt) {
        return Duration.ofMillis(Math.min(LONGEST_WAIT.toMillis(), 250L << Math.min(attempt, 7)));
    }

    private static byte[] gzip(String body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length() / 3);
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
