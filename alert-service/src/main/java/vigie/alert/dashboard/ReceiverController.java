package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.consent.Consents;
import vigie.alert.notify.Channels;
import vigie.alert.notify.Questions;
import vigie.alert.notify.Trials;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.AlertRule.QuietHours;
import vigie.model.Consent;
import vigie.model.Receiver;
import vigie.topic.Topics;

/** Whom to tell. Secrets go in and never come out; a change without them keeps the old ones. */
@RestController
@RequestMapping("/api/receivers")
class ReceiverController {

    private static final Duration OWN = Duration.ofSeconds(5);

    private final Setup setup;
    private final TopicWriter writer;
    private final ReceiverForm forms;
    private final Questions questions;
    private final Trials trials;
    private final Consents consents;
    private final Channels channels;

    ReceiverController(
            Setup setup,
            TopicWriter writer,
            Channels channels,
            ReceiverForm forms,
            Questions questions,
            Trials trials,
            Consents consents) {
        this.setup = setup;
        this.writer = writer;
        this.channels = channels;
        this.forms = forms;
        this.questions = questions;
        this.trials = trials;
        this.consents = consents;
    }

    /**
     * A way without its secrets.
     *
     * @param secrets names of the secrets that are set
     * @param consent of the person at the other end: {@code missing}, {@code asked}, {@code given} or {@code withdrawn}; absent where
     *     nobody has to agree
     */
    record WayView(
            String channel,
            Map<String, String> settings,
            List<String> secrets,
            @Nullable String consent) {}

    record View(
            String id,
            String name,
            String channel,
            Map<String, String> settings,
            List<String> secrets,
            @Nullable String consent,
            List<String> brands,
            int minSeverity,
            String language,
            List<WayView> also,
            List<String> members,
            @Nullable QuietHours quietHours) {}

    record Asked(int asked) {}

    @GetMapping
    Items<View> all() {
        return new Items<>(setup.receivers().stream().map(this::view).toList());
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        return view(found(id));
    }

    @Operation(description = """
            Creates or replaces a receiver. `channel` is `webhook` (`url`, and `secret` of at least 16 characters for the signature), \
            `slack` or `teams` (`url`), `alertmanager` (`url`; `token`, or `user` and `password`), `email` (`address`), `console`, or \
            `team` (only `members`: ids of other receivers). `also` holds further ways. No `brands` means all; nothing below \
            `minSeverity` (0 to 4) is sent; a way that leaves out a secret keeps that of the way it `was` (its place, from 0), or of \
            the first of its channel; `language` is `en` or `fr`; in `quietHours` it waits. A person at an `email` address is \
            asked first and told nothing before it agrees.

            `{"name": "On call", "channel": "webhook", "settings": {"url": "https://example.org/hook", "secret": "…"}, "also": \
            [{"channel": "email", "settings": {"address": "anna@example.org"}}], "brands": ["ponant"], "minSeverity": 2, "language": \
            "fr", "quietHours": {"from": "22:00", "until": "07:00", "timeZone": "Europe/Paris", "unlessSeverity": 4}}`""")
    @PutMapping("/{id}")
    ResponseEntity<View> put(@PathVariable String id, @RequestBody ReceiverForm.Form form, Principal caller)
            throws InterruptedException {
        var old = setup.receiver(Fields.id("id", id)).orElse(null);
        if (old == null && setup.receivers().size() >= ReceiverForm.MOST) {
            throw new InvalidField("id", "there are " + ReceiverForm.MOST + " receivers already");
        }
        var receiver = forms.checked(id, form, old);
        setup.awaitOwn(writer.write(Topics.RECEIVERS, id, receiver, caller.getName()), OWN);
        questions.ask(receiver, false, caller.getName());
        return ResponseEntity.status(old == null ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(receiver));
    }

    @Operation(description = """
        Sends an example at once, by every way, and says what became of it: `{"items": [{"channel": "webhook", "outcome": "sent", \
        "receipt": "204"}]}`. `outcome` is `sent`, `retry`, `rejected` or `no-consent`.\
        """)
    @PostMapping("/{id}/test")
    Items<Trials.Trial> test(@PathVariable String id) {
        return new Items<>(trials.test(found(id)));
    }

    @Operation(
            description =
                    "Asks persons of this receiver again who have not agreed; an address gets one question a day at most.")
    @PostMapping("/{id}/ask")
    Asked ask(@PathVariable String id, Principal caller) {
        return new Asked(questions.ask(found(id), true, caller.getName()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal caller) throws InterruptedException {
        found(id);
        setup.awaitOwn(writer.write(Topics.RECEIVERS, id, null, caller.getName()), OWN);
    }

    private Receiver found(String id) {
        return setup.receiver(id).orElseThrow(() -> new NotThere("no such receiver"));
    }

    private View view(Receiver r) {
        var first = view(new Receiver.Way(r.channel(), r.settings()));
        return new View(
                r.id(),
                r.name(),
                r.channel(),
                first.settings(),
                first.secrets(),
                first.consent(),
                r.brands(),
                r.minSeverity(),
                r.language(),
                r.also().stream().map(this::view).toList(),
                r.members(),
                r.quietHours());
    }

    private WayView view(Receiver.Way way) {
        var secrets = channels.secrets(way.channel());
        var shown = new TreeMap<>(way.settings());
        shown.keySet().removeAll(secrets);
        var set = way.settings().keySet().stream()
                .filter(secrets::contains)
                .sorted()
                .toList();
        var consent = channels.person(way)
                .map(address -> consents.find(consents.id(way.channel(), address))
                        .map(Consent::state)
                        .orElse("missing"))
                .orElse(null);
        return new WayView(way.channel(), shown, set, consent);
    }
}
