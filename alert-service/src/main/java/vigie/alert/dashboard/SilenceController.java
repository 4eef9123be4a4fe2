package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
import vigie.alert.live.AlertItem;
import vigie.alert.notify.Silences;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.AlertMatch;
import vigie.model.Silence;
import vigie.model.Silence.Weekly;
import vigie.store.AlertFilter;
import vigie.topic.Topics;

/** When nobody is to be told. */
@RestController
@RequestMapping("/api/silences")
class SilenceController {

    private static final Duration OWN = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST = 1_000;
    private static final int PREVIEWED = 1_000;
    private static final Duration LATELY = Duration.ofDays(30);
    private static final Pattern DAY = Pattern.compile("MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private final Setup setup;
    private final TopicWriter writer;
    private final Clock clock;
    private final Alerts alerts;

    SilenceController(Setup setup, TopicWriter writer, Clock clock, Alerts alerts) {
        this.alerts = alerts;
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
            @Nullable String reason,
            @Nullable AlertMatch match,
            @Nullable Weekly weekly) {}

    /**
     * What a silence would mute.
     *
     * @param open incidents that are not over now and that nobody would be told about any more
     * @param lately incidents of the last 30 days that it is about, whenever it holds
     */
    record Preview(List<AlertItem> open, List<AlertItem> lately, int ofLately) {}

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
            defaults to now. `match` narrows it as in the routing tree. With `weekly` it is a maintenance window: it holds only on these \
            days (all, if none is said) from `from` to `until`. `{"brand": "ponant", "rule": "volume-spike", "until": \
            "2026-03-02T08:00:00Z", "reason": "product launch", "match": {"maxSeverity": 3}, "weekly": {"days": ["SUNDAY"], "from": \
            "22:00", "until": "02:00", "timeZone": "Europe/Paris"}}`""")
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
                Fields.text("reason", form.reason(), 500),
                match(form.match()),
                weekly(form.weekly()));
    }

    private static @Nullable AlertMatch match(@Nullable AlertMatch match) {
        if (match != null) {
            RouteController.severity("match.minSeverity", match.minSeverity());
            RouteController.severity("match.maxSeverity", match.maxSeverity());
        }
        return match;
    }

    private static @Nullable Weekly weekly(@Nullable Weekly weekly) {
        if (weekly == null) {
            return null;
        }
        for (int i = 0; i < weekly.days().size(); i++) {
            Fields.matching(
                    "weekly.days[" + i + "]",
                    weekly.days().get(i),
                    DAY,
                    "must be MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY or SUNDAY");
        }
        Fields.matching("weekly.from", weekly.from(), TIME, "must be a time such as 22:00");
        Fields.matching("weekly.until", weekly.until(), TIME, "must be a time such as 02:00");
        if (Fields.zone("weekly.timeZone", weekly.timeZone()) == null) {
            throw new InvalidField("weekly.timeZone", "is required");
        }
        return weekly;
    }

    @Operation(description = """
            What a silence like this would mute, without setting it: `open` incidents and those of the last 30 days (`lately`, of \
            `ofLately` in all). Takes the same body as the silence; nothing is kept.""")
    @PostMapping("/preview")
    Preview preview(
            @RequestBody Form form,
            @RequestParam(required = false) @Nullable String lang,
            Locale accepted,
            Principal caller) {
        var silence = checked("preview", form, caller.getName());
        var now = clock.instant();
        var brands = silence.brand() == null ? List.copyOf(setup.brandIds()) : List.of(silence.brand());
        var lately = alerts.page(
                        new AlertFilter(brands, null, now.minus(LATELY), null, null, null, null, null), PREVIEWED, null)
                .items();
        var language = AlertItem.language(lang, accepted);
        var about = lately.stream()
                .filter(alert -> Silences.isAbout(silence, alert, setup))
                .toList();
        return new Preview(
                about.stream()
                        .filter(alert -> !alert.state().equals("resolved"))
                        .map(alert -> AlertItem.of(alert, language))
                        .toList(),
                about.stream().map(alert -> AlertItem.of(alert, language)).toList(),
                lately.size());
    }

    @Operation(description = "Ends a silence now and keeps it in the list; one that has not begun is deleted.")
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Principal caller) throws InterruptedException {
        var silence = one(id);
        var now = clock.instant();
        if (silence.until().isAfter(now)) {
            var ended = silence.from().isBefore(now) ? ended(silence, now) : null;
            setup.awaitOwn(writer.write(Topics.SILENCES, id, ended, caller.getName()), OWN);
        }
    }

    private static Silence ended(Silence s, Instant now) {
        return new Silence(
                s.id(), s.brand(), s.rule(), s.metric(), s.from(), now, s.author(), s.reason(), s.match(), s.weekly());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal caller) throws InterruptedException {
        one(id);
        setup.awaitOwn(writer.write(Topics.SILENCES, id, null, caller.getName()), OWN);
    }
}
