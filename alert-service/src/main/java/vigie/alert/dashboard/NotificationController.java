package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.notify.Ledger;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.Notification;

/** Who was told, what waits, and what was given up. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final Ledger ledger;
    private final Clock clock;

    NotificationController(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Operation(description = """
        The newest first, of the last 90 days. `outcome` is `pending`, `sent`, `rejected`, `silenced`, `late`, `no-consent`, \
        `inhibited`, `not-needed` or `not-meant`.

        `{"items": [{"id": "a1:OPEN:1:ops", "alertId": "a1", "brand": "ponant", "receiver": "ops", "channel": "webhook", "event": \
        "OPEN", "outcome": "rejected", "reason": "answered 404", "attempts": 1, "at": "2026-03-01T08:05:01Z"}]}`\
        """)
    @GetMapping
    Items<Notification> list(
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String receiver,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(required = false) @Nullable Integer size) {
        var most = size == null ? PAGE : (int) Fields.between("size", size, 1, LARGEST_PAGE);
        return new Items<>(ledger.newestFirst()
                .filter(row -> is(outcome, row.outcome()) && is(receiver, row.receiver()) && is(brand, row.brand()))
                .limit(most)
                .map(Notification::withoutAlert)
                .toList());
    }

    private static boolean is(@Nullable String wanted, String is) {
        return wanted == null || wanted.isEmpty() || wanted.equals(is);
    }

    @Operation(description = "Sends again what was given up. It passes consent, silences and quiet hours once more.")
    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Notification resend(@PathVariable String id, Principal caller) {
        var row = ledger.find(id).orElseThrow(() -> new NotThere("no such notification"));
        if (!row.outcome().equals("rejected") || row.alert() == null) {
            throw new InvalidField(
                    "id", "only what was rejected by its receiver can be sent again; this is " + row.outcome());
        }
        return ledger.resend(row, clock.instant(), caller.getName()).withoutAlert();
    }
}
