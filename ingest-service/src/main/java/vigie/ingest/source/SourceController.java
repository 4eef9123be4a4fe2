package vigie.ingest.source;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vigie.door.ComeBack;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.ingest.KafkaWriter;
import vigie.model.SourceSpec;
import vigie.model.SourceStatus;
import vigie.topic.Topics;

/** What Vigie asks for posts, and how each fares. */
@RestController
@RequestMapping("/api/sources")
@Tag(name = "sources", description = "What Vigie asks for posts, and how each source fares")
class SourceController {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int SETTING = 4_096;
    private static final Duration APPLIED = Duration.ofSeconds(5);

    private final Sources sources;
    private final KafkaWriter writer;

    SourceController(Sources sources, KafkaWriter writer) {
        this.sources = sources;
        this.writer = writer;
    }

    @Operation(summary = "All sources")
    @GetMapping
    Map<String, List<Map<String, Object>>> all() {
        var statuses = sources.statuses();
        return Map.of(
                "items",
                sources.all().values().stream()
                        .map(spec -> shown(spec, statuses.get(spec.id())))
                        .toList());
    }

    @Operation(summary = "One source")
    @GetMapping("/{id}")
    Map<String, Object> one(@PathVariable String id) {
        var spec = sources.find(id).orElseThrow(() -> new NotThere("there is no such source"));
        return shown(spec, sources.statuses().get(id));
    }

    @Operation(summary = "Add or change a source", description = """
                    ```json
                    {"kind":"rss","url":"https://www.example.org/rss.xml","interval":"5m","platform":"rss","lang":"fr"}
                    ```
                    Answers 201 when it is new, else 200.""")
    @PutMapping("/{id}")
    ResponseEntity<Map<String, Object>> put(@PathVariable String id, @RequestBody JsonNode body) {
        refuseFixed(id);
        var spec = checked(id, body);
        boolean known = sources.find(id).isPresent();
        write(id, spec);
        await(() -> sources.find(id).filter(spec::equals).isPresent());
        return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
                .body(shown(spec, sources.statuses().get(id)));
    }

    @Operation(summary = "Stop asking a source")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        refuseFixed(id);
        if (sources.find(id).isEmpty()) {
            throw new NotThere("there is no such source");
        }
        write(id, null);
        var status = writer.write(Topics.SOURCE_STATUS, id, null);
        var cursor = writer.write(Topics.SOURCE_CURSORS, id, null);
        var outages = writer.write(Topics.SOURCE_OUTAGES, id, null);
        confirm(() -> {
            status.join();
            cursor.join();
            outages.join();
        });
        await(() -> sources.find(id).isEmpty());
        return ResponseEntity.noContent().build();
    }

    private SourceSpec checked(String id, JsonNode body) {
        if (!ID.matcher(id).matches()) {
            throw new InvalidField("id", "must be 1 to 64 of a-z, 0-9, dot, dash and underscore");
        }
        var settings = new HashMap<String, String>();
        for (var field : body.properties()) {
            var value = field.getValue();
            if (value.isString() || value.isNumber()) {
                settings.put(field.getKey(), bounded(field.getKey(), value.asString()));
            } else if (!value.isNull()) {
                throw new InvalidField(field.getKey(), "must be a text");
            }
        }
        var kind = settings.remove("kind");
        if (kind == null) {
            throw new InvalidField("kind", "is required");
        }
        return sources.kind(kind).check(new SourceSpec(id, kind, settings));
    }

    private static String bounded(String name, String value) {
        if (value.length() > SETTING) {
            throw new InvalidField(name, "is longer than " + SETTING + " characters");
        }
        return value;
    }

    private void refuseFixed(String id) {
        if (sources.isFixed(id)) {
            throw new ErrorResponseException(
                    HttpStatus.CONFLICT,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONFLICT, "this source is in the service's settings; change it there"),
                    null);
        }
    }

    private void write(String id, @Nullable SourceSpec spec) {
        var written = writer.write(Topics.SOURCES, id, spec);
        confirm(written::join);
    }

    private static void confirm(Runnable join) {
        try {
            join.run();
        } catch (CompletionException e) {
            throw new ComeBack(503, Duration.ofSeconds(2), "Kafka did not take the change");
        }
    }

    /** What was written is read back within milliseconds; should it take longer, it still holds. */
    private static void await(BooleanSupplier applied) {
        long end = System.nanoTime() + APPLIED.toNanos();
        try {
            while (!applied.getAsBoolean() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> shown(SourceSpec spec, @Nullable SourceStatus status) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", spec.id());
        shown.put("kind", spec.kind());
        shown.putAll(new java.util.TreeMap<>(spec.settings()));
        shown.put("fixed", sources.isFixed(spec.id()));
        if (status != null) {
            shown.put("status", status);
        }
        return shown;
    }
}
