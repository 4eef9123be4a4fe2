package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.live.AlertItem;
import vigie.alert.notify.Ledger;
import vigie.alert.setup.Setup;
import vigie.door.NotThere;
import vigie.model.Alert;
import vigie.model.Notification;
import vigie.store.AlertFilter;
import vigie.store.AlertPage;

/** What is unusual, why Vigie thinks so, and what people do about it. */
@RestController
@RequestMapping("/api/alerts")
class AlertController {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;
    private static final int LONGEST = 300;

    private final Alerts alerts;
    private final AlertActions actions;
    private final Setup setup;
    private final Ledger ledger;
    private final AlertLines lines;

    AlertController(Alerts alerts, AlertActions actions, Setup setup, Ledger ledger, AlertLines lines) {
        this.ledger = ledger;
        this.lines = lines;
        this.alerts = alerts;
        this.actions = actions;
        this.setup = setup;
    }

    record AlertList(
            List<AlertItem> items, long total, @Nullable String cursor) {
        static AlertList of(AlertPage page, String language) {
            return new AlertList(
                    page.items().stream()
                            .map(alert -> AlertItem.of(alert, language))
                            .toList(),
                    page.total(),
                    page.cursor());
        }
    }

    @Operation(description = """
        Alerts by `openedAt`, newest first. `state` is `open`, `acknowledged` or `resolved`; `rule` (its name), \
        `metric`, `minSeverity` and `q` (words of the summary, of those who carry it, or of people's comments) narrow further. \
        `summary` is in the language of `lang` or \
        `Accept-Language` (`en`, `fr`).

        `{"items": [{"id": "…", "brand": "ponant", "rule": "negative-spike", "metric": "negative", "state": "open", "machine": "open", \
        "people": {"resolved": false, "actions": []}, "severity": 3, "openedAt": "2026-03-01T08:05:00Z", "lastAt": \
        "2026-03-01T08:20:00Z", "observed": 46, "expected": 4.1, "sd": 4.0, "window": "1h", "returnPeriodDays": 80, "summary": "…", \
        "event": "OPEN", "tell": true, "revision": 3}], "total": 1}`\
        """)
    @GetMapping
    AlertList list(
            @RequestParam(required = false) @Nullable List<String> brand,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable Integer minSeverity,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String lang,
            Locale accepted) {
        var filter = new AlertFilter(
                FilterParams.brands(setup, brand),
                state == null || state.isEmpty() ? null : state,
                from == null ? null : FilterParams.instant("from", from),
                to == null ? null : FilterParams.instant("to", to),
                Fields.optional("rule", rule, LONGEST),
                Fields.optional("metric", metric, LONGEST),
                minSeverity == null ? null : (int) Fields.between("minSeverity", minSeverity, 0, 4),
                Fields.optional("q", q, LONGEST));
        var asked = size == null ? PAGE : (int) Fields.between("size", size, 1, LARGEST_PAGE);
        return AlertList.of(alerts.page(filter, asked, cursor), AlertItem.language(lang, accepted));
    }

    @Operation(
            description =
                    "One alert with `explanation` and `evidence`; what was erased since is missing from the evidence"
                            + " but for its id. `carriers` are the explanation's contributors with the names of authors and the"
                            + " words of stories, `subject` the story the alert counts.")
    @GetMapping("/{id}")
    AlertDetail one(@PathVariable String id, @RequestParam(required = false) @Nullable String lang, Locale accepted) {
        return alerts.detail(found(id), AlertItem.language(lang, accepted));
    }

    @Operation(description = """
        `ack`, `assign` (needs `to`), `comment` (needs `comment`), `resolve` or `reopen`: `{"comment": "looking into it", "to": "anna"}`. \
        Answers the alert as it then is, or 202 with `"pending": true` when that takes longer than 5 s. A request repeated with the \
        same `Idempotency-Key` counts once.\
        """)
    @PostMapping("/{id}/{verb}")
    ResponseEntity<?> act(
            @PathVariable String id,
            @PathVariable String verb,
            @RequestBody(required = false) AlertActions.@Nullable Form form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String lang,
            Locale accepted,
            Principal caller)
            throws InterruptedException {
        var action = AlertActions.checked(verb, form);
        var alert = found(id);
        var updated = actions.take(alert, action, key, caller.getName());
        return updated.isPresent()
                ? ResponseEntity.ok(AlertItem.of(updated.get(), AlertItem.language(lang, accepted)))
                : ResponseEntity.accepted().body(new Pending(true));
    }

    @Operation(description = """
        What was counted around an alert, from a day before it to six hours after: `{"window": "1h", "sameRule": true, "peak": {"t": \
        "2026-03-01T08:20:00Z", "observed": 46, "expected": 4.1, "sd": 4.0}, "line": [{"t": "…", "observed": 3, "expected": 4.0, "sd": \
        3.9}]}`. `t` ends the window counted; `limit` is the count from which a plain rule tells. `sameRule` is false where the rule \
        changed since or is gone.\
        """)
    @GetMapping("/{id}/line")
    AlertLines.Line line(@PathVariable String id) {
        return lines.of(found(id));
    }

    @Operation(description = """
        Who was told about it, and who was not and why: `{"items": [{"receiver": "ops", "channel": "webhook", "event": "OPEN", \
        "outcome": "sent", "attempts": 1, "at": "2026-03-01T08:05:01Z"}]}`\
        """)
    @GetMapping("/{id}/notifications")
    Items<Notification> notifications(@PathVariable String id) {
        var decided = ledger.of(found(id).id());
        return new Items<>(decided.stream().map(Notification::withoutAlert).toList());
    }

    private Alert found(String id) {
        return alerts.find(id).orElseThrow(() -> new NotThere("no such alert"));
    }
}
