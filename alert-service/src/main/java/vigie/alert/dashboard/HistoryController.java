package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.history.Comparison;
import vigie.alert.history.Rematches;
import vigie.alert.history.Versions;
import vigie.alert.setup.Setup;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.Brand;

/** A brand's queries over time: their versions, what another one would have caught, and applying today's to the past. */
@RestController
@RequestMapping("/api/brands/{id}")
class HistoryController {

    private static final Duration LAST_WEEK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final int SAMPLES = 10;

    private final Setup setup;
    private final Versions versions;
    private final Comparison comparison;
    private final Rematches rematches;
    private final Clock clock;

    HistoryController(Setup setup, Versions versions, Comparison comparison, Rematches rematches, Clock clock) {
        this.setup = setup;
        this.versions = versions;
        this.comparison = comparison;
        this.rematches = rematches;
        this.clock = clock;
    }

    /** A period as people send it; what is absent is up to the question. */
    record Period(@Nullable String from, @Nullable String to) {}

    record CompareForm(
            @Nullable VersionForm from,
            @Nullable VersionForm to,
            @Nullable Period period) {}

    @Operation(description = """
            What the brand listened to, newest first, with who changed it and when. A change of its name or hashtags alone is no new \
            version. `{"items": [{"version": 2, "at": "2026-03-02T08:00:00Z", "by": "admin", "current": true, "queries": [{"id": "name", \
            "name": "Our name", "query": "ponant OR #ponantrail"}], "excludedSites": [], "excludedAuthors": []}]}`""")
    @GetMapping("/versions")
    Items<VersionView> versions(@PathVariable String id) {
        return new Items<>(VersionView.of(versions.of(brand(id))));
    }

    @Operation(description = """
            What the version `to` would have caught and `from` not, and the other way round, among the accepted posts of a period (the \
            last 7 days). Each side is a version's number or queries that nobody saved yet; without `to`, the present version. Nothing is \
            changed. `{"from": {"version": 1}, "to": {"queries": [{"query": "ponant AND NOT promo"}]}, "period": {"from": \
            "2026-03-01T00:00:00Z", "to": "2026-03-08T00:00:00Z"}}` → `{"from": "2026-03-01T00:00:00Z", "to": "2026-03-08T00:00:00Z", \
            "added": 12, "dropped": 3, "kept": 140, "samples": {"added": [{"post": {"id": "42", "platform": "x", "text": "…"}, \
            "matches": [{"query": "q1", "spans": [{"field": "text", "start": 0, "end": 6, "clause": "ponant"}]}]}], "dropped": []}}`""")
    @PostMapping("/compare")
    ComparisonView compare(@PathVariable String id, @RequestBody CompareForm form) {
        var brand = brand(id);
        if (form.from() == null) {
            throw new InvalidField("from", "is required: {\"version\": 1} or {\"queries\": [{\"query\": \"…\"}]}");
        }
        var known = versions.of(brand);
        var first = form.from().queries("from", brand, known);
        var second = (form.to() == null ? VersionForm.PRESENT : form.to()).queries("to", brand, known);
        var end = end("period.to", form.period());
        var start = start("period.from", form.period(), end);
        return ComparisonView.of(start, end, comparison.of(first, second, start, end, SAMPLES));
    }

    @Operation(description = """
            Applies the brand's present queries to what was said from `from` (inclusive) to `to` (exclusive; now when absent), as if they \
            had been there from the start: mentions are added and removed, counted at their own time; incidents found that way are recorded, \
            and nobody is notified of one that was over an hour ago. 202 and the progress; 409 while one is under way. `{"from": "2026-02-01T00:00:00Z", "to": \
            "2026-03-01T00:00:00Z"}`""")
    @PostMapping("/rematch")
    ResponseEntity<?> begin(@PathVariable String id, @RequestBody Period form, Principal caller) {
        var brand = brand(id);
        if (form.from() == null || form.from().isBlank()) {
            throw new InvalidField("from", "is required");
        }
        var end = end("to", form);
        var start = start("from", form, end);
        var begun = rematches.begin(brand, start, end, caller.getName());
        return begun.<ResponseEntity<?>>map(
                        progress -> ResponseEntity.accepted().body(RematchView.of(progress)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT,
                                "this brand is being matched again already; wait for the end or cancel it")));
    }

    @Operation(description = """
            How far the last re-match is; `state` is `none`, `running`, `done`, `cancelled` or `failed`. `looked` of `total` are the posts \
            that the queries find and the mentions there are; `leftAlone` ought to change but arrived so long ago that nothing remembers \
            how they were counted. `{"state": "running", "id": "…", "from": "2026-02-01T00:00:00Z", "to": "2026-03-01T00:00:00Z", "at": \
            "2026-03-02T08:00:00Z", "by": "admin", "total": 1200, "looked": 500, "added": 40, "removed": 2, "changed": 7, "leftAlone": 0}`""")
    @GetMapping("/rematch")
    RematchView progress(@PathVariable String id) {
        return rematches.of(brand(id)).map(RematchView::of).orElse(RematchView.NONE);
    }

    @Operation(description = "Stops a re-match where it is. What it has sent stays done; 404 when none is under way.")
    @DeleteMapping("/rematch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, Principal caller) {
        if (!rematches.cancel(brand(id), caller.getName())) {
            throw new NotThere("no re-match is under way");
        }
    }

    private Brand brand(String id) {
        return setup.brand(Fields.id("id", id)).orElseThrow(() -> new NotThere("no brand " + id));
    }

    private Instant end(String field, @Nullable Period period) {
        var given = period == null ? null : period.to();
        var latest = clock.instant().plus(AHEAD);
        var end = given == null || given.isBlank() ? clock.instant() : FilterParams.instant(field, given);
        return end.isAfter(latest) ? latest : end;
    }

    private static Instant start(String field, @Nullable Period period, Instant end) {
        var given = period == null ? null : period.from();
        var start = given == null || given.isBlank() ? end.minus(LAST_WEEK) : FilterParams.instant(field, given);
        if (!start.isBefore(end)) {
            throw new InvalidField(field, "must be earlier than the end, which is " + end);
        }
        return start;
    }
}
