package vigie.alert.live;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vigie.alert.setup.Setup;
import vigie.door.ComeBack;
import vigie.door.NotThere;

/** The live stream, as Server-Sent Events. */
@RestController
class StreamController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final MediaType EVENTS = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private final Setup setup;
    private final Hub hub;
    private final Tail tail;
    private final CatchUp catchUp;
    private final LiveSettings settings;

    StreamController(Setup setup, Hub hub, Tail tail, CatchUp catchUp, LiveSettings settings) {
        this.setup = setup;
        this.hub = hub;
        this.tail = tail;
        this.catchUp = catchUp;
        this.settings = settings;
    }

    @Operation(description = """
            Server-Sent Events: `mention` (an item as in `/api/mentions` with `change`: `first`, `revised` or `withdrawn`), `alert` (an \
            item as in `/api/alerts`, with `withdrawn: true` when it was none after all), `notification` (what was decided about telling \
            somebody of an alert, each time it changes; the same `id` is the same notification, `*` as `receiver` stands for those who \
            were not meant, who are named in `others`). `reset` means that events were lost and the lists must be read afresh. \
            `Last-Event-ID` continues where a stream stopped, on any instance.

            `event: notification`
            `data: {"id": "a1:OPEN:1:ops", "alertId": "a1", "brand": "ponant", "receiver": "ops", "channel": "webhook", "event": "OPEN", \
            "outcome": "pending", "reason": "answered 503", "attempts": 1, "at": "2026-03-01T08:05:01Z", "due": \
            "2026-03-01T08:05:06Z"}`""")
    @GetMapping("/api/stream")
    ResponseEntity<StreamingResponseBody> stream(
            @RequestParam(required = false) @Nullable List<String> brand,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Locale accepted,
            HttpServletResponse response) {
        if (!tail.following()) {
            throw new ComeBack(503, Duration.ofSeconds(2), "not listening yet");
        }
        var joined = hub.join(wanted(brand));
        var language = AlertItem.language(lang, accepted);
        var seen = lastEventId == null || lastEventId.isBlank()
                ? Optional.of(joined.since())
                : Positions.parse(lastEventId);
        return ResponseEntity.ok()
                .contentType(EVENTS)
                .cacheControl(CacheControl.noStore())
                // a reverse proxy must not collect events
                .header("X-Accel-Buffering", "no")
                .body(out -> run(joined, seen, language, new Wire(out, response)));
    }

    private Predicate<String> wanted(@Nullable List<String> brands) {
        if (brands == null || brands.isEmpty()) {
            return brand -> true;
        }
        for (var brand : brands) {
            if (setup.brand(brand).isEmpty()) {
                throw new NotThere("no such brand");
            }
        }
        return Set.copyOf(brands)::contains;
    }

    private void run(Hub.Joined joined, Optional<Positions> seen, String language, Wire out) {
        var listener = joined.listener();
        try {
            out.write("retry: 2000\n\n");
            if (seen.isEmpty() || !catchUp.send(seen.get(), joined.since(), e -> resend(listener, e, language, out))) {
                out.write(reset(joined.since().toString()));
            }
            // only now: a browser that leaves while it is caught up must not believe that it has everything
            out.write(position(joined.since().toString()));
            out.flush();
            follow(listener, language, out);
        } catch (IOException e) {
            // the browser went away; nothing to tell anybody
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hub.leave(listener);
        }
    }

    private static void resend(Listener listener, LiveEvent event, String language, Wire out) throws IOException {
        if (listener.wants(event.brand())) {
            out.write(event.text(language));
        }
    }

    private void follow(Listener listener, String language, Wire out) throws IOException, InterruptedException {
        var end = System.nanoTime() + settings.life().toNanos();
        while (!listener.isClosed() && System.nanoTime() < end) {
            var batch = listener.take(HEARTBEAT);
            if (batch.reset()) {
                out.write(reset(batch.position()));
            } else if (batch.events().isEmpty()) {
                out.write(": still here\n" + position(batch.position()));
            }
            for (var event : batch.events()) {
                out.write(event.text(language));
            }
            out.flush();
        }
    }

    /** Moves the browser's last event id without telling the page anything. */
    private static String position(String id) {
        return "id: " + id + "\n\n";
    }

    private static String reset(String id) {
        return "id: " + id + "\nevent: reset\ndata: {}\n\n";
    }

    /** The connection; flushing the stream alone would leave events in the server's buffer. */
    private record Wire(OutputStream out, HttpServletResponse response) {

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        void flush() throws IOException {
            out.flush();
            response.flushBuffer();
        }
    }
}
