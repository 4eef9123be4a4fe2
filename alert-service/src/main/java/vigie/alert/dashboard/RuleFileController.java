package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import vigie.alert.setup.Setup;
import vigie.door.InvalidField;
import vigie.model.AlertRule;

/** The rules as one file, for those who keep what they decide under version control and review it. */
@RestController
@RequestMapping("/api/rules.yaml")
class RuleFileController {

    private static final String YAML = "application/yaml";
    private static final int LARGEST_FILE = 1 << 20;

    private final Setup setup;
    private final Rules rules;

    RuleFileController(Setup setup, Rules rules) {
        this.setup = setup;
        this.rules = rules;
    }

    /** What a file brings about, by rule id. */
    record Answer(
            boolean dryRun, List<String> created, List<String> changed, List<String> unchanged, List<String> deleted) {}

    @Operation(
            description = "The rules of the asked brands, or of all: `rules:` by id, each as in `PUT /api/rules/{id}`.")
    @GetMapping(produces = YAML)
    String export(@RequestParam(required = false) @Nullable List<String> brand) {
        var file = new TreeMap<String, RuleForm>();
        rules.of(FilterParams.brands(setup, brand)).forEach(rule -> file.put(rule.id(), RuleForm.of(rule)));
        return RuleFile.write(file);
    }

    @Operation(description = """
        Makes the rules what the file says; with `dryRun=true` only says what would change. Everything is checked before anything is \
        written; a refusal names the field as `rules.<id>.<field>`. With `prune=true`, rules that are missing from the file are deleted, \
        of those brands that the file has rules of.

        `{"dryRun": true, "created": ["ponant.strike"], "changed": ["ponant.volume-spike"], "unchanged": [], "deleted": []}`\
        """)
    @PutMapping
    Answer put(
            @RequestBody byte[] body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean prune,
            Principal caller)
            throws InterruptedException {
        if (body.length > LARGEST_FILE) {
            throw new InvalidField("rules", "the file must not be larger than 1 MiB");
        }
        var wanted = checked(read(body));
        var missing = prune ? missing(wanted) : List.<String>of();
        var others = rules.all().stream()
                .filter(rule -> !wanted.containsKey(rule.id()) && !missing.contains(rule.id()))
                .collect(Collectors.toCollection(ArrayList::new));
        others.addAll(wanted.values());
        for (var rule : wanted.values()) {
            within(rule.id(), () -> Rules.place(rule, others));
        }
        var answer = answer(wanted, missing, dryRun);
        if (!dryRun) {
            for (var id : missing) {
                rules.delete(id, caller.getName());
            }
            for (var rule : wanted.values()) {
                if (!answer.unchanged().contains(rule.id())) {
                    rules.write(rule, caller.getName());
                }
            }
        }
        return answer;
    }

    private static Map<String, RuleForm> read(byte[] body) {
        try {
            return RuleFile.read(body);
        } catch (JacksonException e) {
            throw RuleFile.refused(e);
        }
    }

    private Map<String, AlertRule> checked(Map<String, RuleForm> file) {
        var wanted = new LinkedHashMap<String, AlertRule>();
        file.forEach((id, form) -> within(id, () -> {
            if (form == null) {
                throw new InvalidField("brand", "is required");
            }
            wanted.put(id, rules.checked(id, form));
        }));
        return wanted;
    }

    /** Says which rule of the file a refusal is about. */
    private static void within(String id, Runnable check) {
        var place = "rules." + id + ".";
        try {
            check.run();
        } catch (InvalidField e) {
            throw new InvalidField(place + e.field(), String.valueOf(e.getMessage()));
        } catch (TrackingQuery.Refused e) {
            throw new InvalidField(place + e.field(), String.valueOf(e.getMessage()));
        }
    }

    private List<String> missing(Map<String, AlertRule> wanted) {
        var brands = wanted.values().stream().map(AlertRule::brand).distinct().toList();
        return rules.of(brands).stream()
                .map(AlertRule::id)
                .filter(id -> !wanted.containsKey(id))
                .toList();
    }

    private Answer answer(Map<String, AlertRule> wanted, List<String> missing, boolean dryRun) {
        var created = new ArrayList<String>();
        var changed = new ArrayList<String>();
        var unchanged = new ArrayList<String>();
        wanted.forEach((id, rule) -> {
            var old = rules.find(id);
            var group =
                    old.isEmpty() ? created : RuleForm.of(old.get()).equals(RuleForm.of(rule)) ? unchanged : changed;
            group.add(id);
        });
        return new Answer(dryRun, created, changed, unchanged, missing);
    }
}
