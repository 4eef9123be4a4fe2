package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.Silence;
import vigie.topic.Topics;

/** When nobody is to be told. */
@RestController
@RequestMapping("/api/silences")
class SilenceController {

    private static final Duration OWN = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST = 1_000;

    private final Setup setup;
    private final TopicWriter writer;
    private final Clock clock;

    SilenceController(Setup setup, TopicWriter writer, Clock clock) {
        this.setup = setup;
        this.writer = writer;
        this.clock = clock;
    }

    record Form(
            @Nullable String brand,
            @Nullable String rule,
            @Nullable String metric,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String reason) {}

    @GetMapping
    Items<Silence> all() {
        return new Items<>(setup.silences());
    }

    @GetMapping("/{id}")
    Silence one(@PathVariable String id) {
        return setup.silence(id).orElseThrow(() -> new NotThere("no such silence"));
    }

    @Operation(description = """
            Alerts that match are recorded but nobody is told. An absent `brand`, `rule` (its name) or `metric` matches every one; `from` \
            defaults to now. `{"brand": "ponant", "rule": "volume-spike", "until": "2026-03-02T08:00:00Z", "reason": "product launch"}`""")
    @PutMapping("/{id}")
    ResponseEntity<Silence> put(@PathVariable String id, @RequestBody Form form, Principal caller)
            throws InterruptedException {
        var isNew = setup.silence(Fields.id("id", id)).isEmpty();
        if (isNew && setup.silences().size() >= MOST) {
            throw new InvalidField("id", "there are " + MOST + " silences already; delete past ones");
        }
        var silence = checked(id, form, caller.getName());
        setup.awaitOwn(writer.write(Topics.SILENCES, id, silence, caller.getName()), OWN);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(silence);
    }

    private Silence checked(String id, Form form, String author) {
        var from = form.from() == null ? clock.instant() : form.from();
        var until = form.until();
        if (until == null) {
            throw new InvalidField("until", "is required: a silence must end");
        }
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new InvalidField("until", "must be later than from, by a year at most");
        }
        return new Silence(
                id,
                form.brand() == null ? null : Fields.id("brand", form.brand()),
                Fields.optional("rule", form.rule(), 100),
                Fields.optional("metric", form.metric(), 120),
                from,
                until,
                author,
                Fields.text("reason", form.reason(), 500));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal caller) throws InterruptedException {
        one(id);
        setup.awaitOwn(writer.write(Topics.SILENCES, id, null, caller.getName()), OWN);
    }
}
