package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.AlertRule;
import vigie.topic.Topics;

/** When to warn. */
@RestController
@RequestMapping("/api/rules")
class RuleController {

    private static final Duration OWN = Duration.ofSeconds(5);
    private static final int MOST_OF_A_BRAND = 200;
    private static final double LONGEST_BUDGET = 3_650;
    private static final int LARGEST_COUNT = 1_000_000;
    private static final Pattern METRIC =
            Pattern.compile("mentions|negative|hashtag:[\\p{L}\\p{M}\\p{N}_]{1,100}|story:[A-Za-z0-9-]{1,100}");

    private final Setup setup;
    private final TopicWriter writer;

    RuleController(Setup setup, TopicWriter writer) {
        this.setup = setup;
        this.writer = writer;
    }

    record Form(
            @Nullable String brand,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String metric,
            @Nullable Double budgetDays,
            @Nullable Integer minCount,
            @Nullable Integer severity,
            @Nullable Boolean enabled) {}

    @GetMapping
    Items<AlertRule> all(@RequestParam(required = false) @Nullable List<String> brand) {
        var brands = FilterParams.brands(setup, brand);
        return new Items<>(
                setup.rules().stream().filter(r -> brands.contains(r.brand())).toList());
    }

    @GetMapping("/{id}")
    AlertRule one(@PathVariable String id) {
        return setup.rule(id).orElseThrow(() -> new NotThere("no such rule"));
    }

    @Operation(description = """
            Creates or replaces a rule: tell about what happens less often than once in `budgetDays`, and never about fewer than `minCount`. \
            `metric` is `mentions`, `negative`, `hashtag:<tag>` or `story:<id>`; without `severity` (0 to 4) it follows from the surprise.

            `{"brand": "ponant", "name": "strike", "kind": "spike", "metric": "hashtag:greve", "budgetDays": 7, "minCount": 5, "enabled": \
            true}`""")
    @PutMapping("/{id}")
    ResponseEntity<AlertRule> put(@PathVariable String id, @RequestBody Form form, Principal caller)
            throws InterruptedException {
        var old = setup.rule(Fields.dottedId("id", id));
        var rule = checked(id, form, old.map(r -> r.version() + 1).orElse(1L));
        var written = writer.write(Topics.ALERT_RULES, id, rule, caller.getName());
        setup.awaitOwn(written, OWN);
        return ResponseEntity.status(old.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(rule);
    }

    private AlertRule checked(String id, Form form, long version) {
        var brand = Fields.id("brand", form.brand());
        if (setup.brand(brand).isEmpty()) {
            throw new InvalidField("brand", "there is no such brand");
        }
        var name = Fields.text("name", form.name(), 100);
        var others = setup.rules().stream()
                .filter(r -> r.brand().equals(brand) && !r.id().equals(id))
                .toList();
        if (others.stream().anyMatch(r -> r.name().equals(name))) {
            throw new InvalidField("name", "is the name of another rule of this brand");
        }
        if (others.size() >= MOST_OF_A_BRAND) {
            throw new InvalidField("id", "this brand has " + MOST_OF_A_BRAND + " rules already");
        }
        if (form.kind() != null && !form.kind().equals("spike")) {
            throw new InvalidField("kind", "must be spike");
        }
        var severity = form.severity();
        return new AlertRule(
                id,
                brand,
                name,
                "spike",
                Fields.matching(
                        "metric", form.metric(), METRIC, "must be mentions, negative, hashtag:<tag> or story:<id>"),
                form.budgetDays() == null
                        ? AlertRule.DEFAULT_BUDGET_DAYS
                        : Fields.between("budgetDays", form.budgetDays(), 1, LONGEST_BUDGET),
                form.minCount() == null
                        ? AlertRule.DEFAULT_MIN_COUNT
                        : (int) Fields.between("minCount", form.minCount(), 1, LARGEST_COUNT),
                severity == null ? null : (int) Fields.between("severity", severity, 0, 4),
                form.enabled() == null || form.enabled(),
                version);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal caller) throws InterruptedException {
        one(id);
        setup.awaitOwn(writer.write(Topics.ALERT_RULES, id, null, caller.getName()), OWN);
    }
}
