package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.notify.Rehearsal;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.Route;
import vigie.topic.Topics;

/** Who is told about which alerts, as one tree. Without a tree every receiver is told what its own settings let pass. */
@RestController
@RequestMapping("/api/routes")
class RouteController {

    private static final Duration OWN = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration SHORTEST_REPEAT = Duration.ofMinutes(1);
    private static final Duration LONGEST_GATHERING = Duration.ofHours(1);
    private static final int DEEPEST = 10;
    private static final int MOST = 200;
    private static final int LONGEST_METRIC = 120;

    private final Setup setup;
    private final TopicWriter writer;
    private final Rehearsal rehearsal;

    RouteController(Setup setup, TopicWriter writer, Rehearsal rehearsal) {
        this.setup = setup;
        this.writer = writer;
        this.rehearsal = rehearsal;
    }

    /** @param tree absent = the one there is */
    record Question(
            @Nullable String brand,
            @Nullable Integer severity,
            @Nullable String metric,
            @Nullable String rule,
            @Nullable String platform,
            @Nullable Route tree) {}

    @GetMapping
    Route tree() {
        var tree = setup.route();
        if (tree == null) {
            throw new NotThere("there is no routing tree; every receiver is told what its own settings let pass");
        }
        return tree;
    }

    @Operation(description = """
        Replaces the tree. An alert goes to the first child that matches (and on to the next ones while those say `continue`), down to \
        where no child matches; what a branch does not say holds as above it. `match` takes `brands`, `rules`, `metrics`, `platforms`, \
        `languages`, `minSeverity`, `maxSeverity`; `groupInterval` gathers what follows within so long; `repeat` says it again while \
        nobody acknowledges, each time after twice as long; `escalation` tells others while nobody acknowledges.

        `{"receivers": ["ops"], "groupInterval": "PT1M", "children": [{"match": {"minSeverity": 3}, "receivers": ["crisis-team"], \
        "repeat": "PT1H", "escalation": [{"after": "PT15M", "receivers": ["director"]}]}]}`\
        """)
    @PutMapping
    Route put(@RequestBody Route tree, Principal caller) throws InterruptedException {
        check("", tree, 0);
        setup.awaitOwn(writer.write(Topics.ROUTES, Route.ROOT, tree, caller.getName()), OWN);
        return tree;
    }

    @Operation(description = """
        Who would be told of an alert if it came now, by the tree there is or by another one in `tree`; nothing is sent or kept. `metric` \
        defaults to `negative`; `rule` is the name of one.

        `{"brand": "ponant", "severity": 3, "metric": "negative", "platform": "mastodon"}` → `{"told": [{"receiver": "ops", "step": 0, \
        "ways": [{"channel": "email", "held": "no-consent", "reason": "…"}]}, {"receiver": "director", "step": 1, "after": "PT15M", \
        "ways": [{"channel": "webhook"}]}], "others": {"press": "severity 3 is below its 4"}}`\
        """)
    @PostMapping("/preview")
    Rehearsal.Answer preview(@RequestBody Question question) {
        if (question.tree() != null) {
            check("tree.", question.tree(), 0);
        }
        var metric = Fields.optional("metric", question.metric(), LONGEST_METRIC);
        return rehearsal.of(
                question.tree() == null ? setup.route() : question.tree(),
                new Rehearsal.Imagined(
                        Fields.id("brand", question.brand()),
                        question.severity() == null ? 0 : (int) Fields.between("severity", question.severity(), 0, 4),
                        metric == null ? "negative" : metric,
                        Fields.optional("rule", question.rule(), LONGEST_METRIC),
                        Fields.optional("platform", question.platform(), LONGEST_METRIC)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Principal caller) throws InterruptedException {
        setup.awaitOwn(writer.write(Topics.ROUTES, Route.ROOT, null, caller.getName()), OWN);
    }

    private void check(String at, Route branch, int depth) {
        if (depth > DEEPEST || branch.children().size() > MOST) {
            throw new InvalidField(at + "children", "must not be deeper than " + DEEPEST + " or wider than " + MOST);
        }
        if (depth == 0 && branch.match() != null) {
            throw new InvalidField(at + "match", "the root takes every alert; put it into a child");
        }
        receivers(at + "receivers", branch.receivers());
        within(at + "groupInterval", branch.groupInterval(), Duration.ZERO, LONGEST_GATHERING);
        within(at + "repeat", branch.repeat(), SHORTEST_REPEAT, LONGEST);
        var match = branch.match();
        if (match != null) {
            severity(at + "match.minSeverity", match.minSeverity());
            severity(at + "match.maxSeverity", match.maxSeverity());
        }
        var steps = branch.escalation() == null ? List.<Route.Step>of() : branch.escalation();
        for (int i = 0; i < steps.size(); i++) {
            var step = at + "escalation[" + i + "].";
            within(step + "after", steps.get(i).after(), Duration.ofSeconds(1), LONGEST);
            receivers(step + "receivers", steps.get(i).receivers());
        }
        for (int i = 0; i < branch.children().size(); i++) {
            check(at + "children[" + i + "].", branch.children().get(i), depth + 1);
        }
    }

    private void receivers(String field, @Nullable List<String> ids) {
        if (ids == null) {
            return;
        }
        for (int i = 0; i < ids.size(); i++) {
            if (setup.receiver(ids.get(i)).isEmpty()) {
                throw new InvalidField(field + "[" + i + "]", "there is no receiver of this id");
            }
        }
    }

    static void severity(String field, @Nullable Integer severity) {
        if (severity != null) {
            Fields.between(field, severity, 0, 4);
        }
    }

    private static void within(String field, @Nullable Duration value, Duration shortest, Duration longest) {
        if (value != null && (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0)) {
            throw new InvalidField(field, "must be between " + shortest + " and " + longest);
        }
    }
}
