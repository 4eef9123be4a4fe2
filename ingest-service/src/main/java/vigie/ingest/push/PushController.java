package vigie.ingest.push;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vigie.door.InvalidField;
import vigie.ingest.KafkaWriter;
import vigie.ingest.PostRules;
import vigie.model.Engagement;
import vigie.model.PostEvent;
import vigie.model.PostId;
import vigie.topic.Topics;

/** Takes posts, counters and deletions in over HTTP; answers once Kafka holds them. */
@RestController
@Tag(name = "push", description = "Posts, their counters and their deletion")
class PushController {

    private static final String NDJSON = "application/x-ndjson";

    private final PushSettings settings;
    private final InFlight inFlight;
    private final KafkaWriter writer;
    private final PushCounters counters;
    private final Clock clock;

    PushController(PushSettings settings, InFlight inFlight, KafkaWriter writer, PushCounters counters, Clock clock) {
        this.settings = settings;
        this.inFlight = inFlight;
        this.writer = writer;
        this.counters = counters;
        this.clock = clock;
    }

    @Operation(summary = "Take in posts", description = """
                    One object, an array, or lines of JSON (`application/x-ndjson`); gzip accepted. The same platform and id again \
                    is an edit or a repeat, never a second mention.
                    ```json
                    {"id":"42","platform":"mastodon","url":"https://example.org/@a/42","publishedAt":"2026-05-02T08:00:00Z",
                     "text":"Hello Acme","lang":"en","author":{"id":"7","handle":"a","followers":12},
                     "engagement":{"likes":3,"shares":0,"comments":1}}
                    ```
                    Answer: `{"accepted":1,"rejected":[{"index":1,"field":"publishedAt","error":"is required"}]}`""")
    @PostMapping(
            path = "/api/posts",
            consumes = {MediaType.APPLICATION_JSON_VALUE, NDJSON})
    ResponseEntity<Object> posts(HttpServletRequest request) throws IOException {
        var now = clock.instant();
        try (var lease = inFlight.lease()) {
            var batch = read(request, lease, item -> PostFormat.read(item, now));
            counters.refused(batch.rejected().size());
            var posts = batch.accepted();
            var events = posts.stream()
                    .<PostEvent>map(post -> new PostEvent.Published(post, now, PushCounters.SOURCE))
                    .toList();
            var taken = writer.writeAll(Topics.POSTS, events, PostEvent::postId);
            if (taken.all() && !posts.isEmpty()) {
                counters.taken(posts);
            }
            return Answer.of(taken, batch.rejected());
        }
    }

    @Operation(summary = "Take in counters of posts", description = """
                    ```json
                    [{"postId":"mastodon:42","observedAt":"2026-05-02T09:00:00Z","likes":30,"shares":4,"comments":2,"views":900}]
                    ```
                    Same answers as for posts.""")
    @PostMapping(
            path = "/api/engagements",
            consumes = {MediaType.APPLICATION_JSON_VALUE, NDJSON})
    ResponseEntity<Object> engagements(HttpServletRequest request) throws IOException {
        var now = clock.instant();
        try (var lease = inFlight.lease()) {
            var batch = read(request, lease, item -> EngagementFormat.read(item, now));
            var taken = writer.writeAll(Topics.ENGAGEMENTS, batch.accepted(), Engagement::postId);
            return Answer.of(taken, batch.rejected());
        }
    }

    @Operation(
            summary = "Say that the platform deleted a post",
            description =
                    "It leaves index, dashboards and shown counts. Native ids are often addresses: percent-encode them.")
    @DeleteMapping("/api/posts")
    ResponseEntity<Object> delete(@RequestParam String platform, @RequestParam String id) {
        if (!PostRules.isPlatform(platform)) {
            throw new InvalidField("platform", "is not a platform's name");
        }
        if (!PostRules.isPlainId(id) || !PostRules.fitsAsKey(PostId.of(platform, id))) {
            throw new InvalidField("id", "is blank, too long, or holds control characters");
        }
        List<PostEvent> event = List.of(new PostEvent.Deleted(platform, id, clock.instant(), PushCounters.SOURCE));
        return Answer.of(writer.writeAll(Topics.POSTS, event, PostEvent::postId), List.of());
    }

    private <T> Batch<T> read(HttpServletRequest request, InFlight.Lease lease, Function<JsonNode, T> format)
            throws IOException {
        var batch = new Batch<T>(format, settings.maxItems());
        var body = Body.of(request, lease, settings.maxBody().toBytes());
        if (MediaType.parseMediaType(request.getContentType()).isCompatibleWith(MediaType.parseMediaType(NDJSON))) {
            BatchReader.lines(body, batch);
        } else {
            BatchReader.document(body, batch);
        }
        return batch;
    }
}
