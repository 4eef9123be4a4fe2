package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.setup.Setup;
import vigie.door.NotThere;
import vigie.model.AlertRule;

/** When to warn. */
@RestController
@RequestMapping("/api/rules")
class RuleController {

    private final Setup setup;
    private final Rules rules;
    private final RuleBacktests backtests;

    RuleController(Setup setup, Rules rules, RuleBacktests backtests) {
        this.setup = setup;
        this.rules = rules;
        this.backtests = backtests;
    }

    @GetMapping
    Items<AlertRule> all(@RequestParam(required = false) @Nullable List<String> brand) {
        return new Items<>(rules.of(FilterParams.brands(setup, brand)));
    }

    @GetMapping("/{id}")
    AlertRule one(@PathVariable String id) {
        return rules.find(id).orElseThrow(() -> new NotThere("no such rule"));
    }

    @Operation(description = """
        Creates or replaces a rule. `kind` is `spike` (default: tell about what happens less often than once in `budgetDays`), \
        `threshold` (`threshold` mentions in `window`), `ratio` (`threshold` times the window before), `negative-share` (`threshold` \
        percentage points more negative than the week before, by a two-proportion test at `budgetDays`), `reach` (one negative mention \
        that `threshold` people may have seen, or that spreads fast), `keyword` (`threshold` mentions with `words` or the words of a \
        `lexicon`), `new-term` (a word, phrase or hashtag that `threshold` people say in `window` and hardly anybody said in the \
        `budgetDays` before, at most 30) or `quiet` (nothing where there is always something). Never about fewer than `minCount`. `metric` is `mentions`, \
        `negative`, `hashtag:<tag>` or `story:<id>`; `window` is `15m`, `1h`, `3h` or `24h`; without `severity` (0 to 4) it is \
        computed. `scope` narrows it to a query, platforms and languages. In `quietHours` people are told later, unless the alert is \
        as grave as `unlessSeverity` (4).

        `{"brand": "ponant", "name": "strike", "kind": "spike", "metric": "hashtag:greve", "budgetDays": 7, "minCount": 5, "enabled": \
        true, "scope": {"query": "retard OR delay", "platforms": ["mastodon"], "languages": ["fr"]}, "quietHours": {"from": "22:00", \
        "until": "07:00", "timeZone": "Europe/Paris", "unlessSeverity": 3}}`\
        """)
    @PutMapping("/{id}")
    ResponseEntity<AlertRule> put(@PathVariable String id, @RequestBody RuleForm form, Principal caller)
            throws InterruptedException {
        var isNew = rules.find(Fields.dottedId("id", id)).isEmpty();
        var rule = rules.checked(id, form);
        Rules.place(rule, rules.all());
        rules.write(rule, caller.getName());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(rule);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal caller) throws InterruptedException {
        one(id);
        rules.delete(id, caller.getName());
    }

    @Operation(description = """
        What a rule, saved or not, would have done with the stored mentions of the last `days` (1 to 90, default 90), or between `from` \
        and `to`: `{"rule": {"brand": "ponant", "metric": "negative", "budgetDays": 7}, "days": 30}` gives `{"from": "…", "to": "…", \
        "alerts": [{"openedAt": "…", "lastAt": "…", "resolvedAt": "…", "told": 1, "tellings": ["…"], "severity": 3, "observed": 46, \
        "expected": 4.1, "sd": 4.0, "window": "1h", "returnPeriodDays": 80, "silentBelow": 12, "ordinary": false, "summary": {"en": \
        "…", "fr": "…"}}], "told": 3, "perWeek": 0.7, "perWeekRange": {"low": 0.14, "high": 2.0}, "falseAlarms": {"expected": 4.3, \
        "note": {"en": "…", "fr": "…"}}, "sample": {"counted": 812, "heardSince": "…", "daysHeard": 30, "daysLearnt": 35, "gaps": \
        [{"from": "…", "to": "…", "expected": 120}]}, "window": "1h", "line": [{"t": "…", "observed": 3, "expected": 4.0, "sd": 3.9}]}`. \
        `perWeekRange` is a 95 % interval; `gaps` are times without a mention where many were to be expected, which the rule takes for \
        silence; `limit` in the line is the count from which a plain rule tells. Nothing is saved and nobody is told.\
        """)
    @PostMapping("/backtest")
    RuleBacktests.Answer backtest(@RequestBody RuleBacktests.Question question) {
        return backtests.answer(question);
    }
}
