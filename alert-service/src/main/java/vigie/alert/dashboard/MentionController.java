package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.live.Watch;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.AnalysedMention;
import vigie.model.Correction;
import vigie.store.MentionSort;
import vigie.store.MentionStore;
import vigie.store.StoredMention;
import vigie.topic.Topics;

/** What was said: as a list, as a file, one by one; and people's corrections of what it feels like. */
@RestController
class MentionController {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;
    private static final int LONGEST_REASON = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MentionStore store;
    private final Setup setup;
    private final TopicWriter writer;
    private final Watch watch;
    private final Clock clock;

    MentionController(MentionStore store, Setup setup, TopicWriter writer, Watch watch, Clock clock) {
        this.store = store;
        this.setup = setup;
        this.writer = writer;
        this.watch = watch;
        this.clock = clock;
    }

    record CorrectionForm(@Nullable String label, @Nullable String reason) {}

    @Operation(description = """
            A page of mentions. `sort` is `recent` (default), `viral`, `reach`, `negative` or `oldest`; `cursor` of one page asks for the next. \
            `brand` may be given several times. `from` and `to` default to the last 7 days.

            `{"items": [{"mentionId": "…", "brand": "ponant", "id": "42", "platform": "x", "text": "…", "lang": "fr", "queries": \
            ["name"], "matches": [{"query": "name", "spans": [{"field": "text", "start": 0, "end": 6, "clause": "ponant"}]}], \
            "sentiment": {"label": "negative", "score": -0.7, "confidence": 0.9, "evidence": [], "model": "…"}, "virality": {"score": 12, \
            "velocity": 3, "momentum": 1.1, "further": 20, "history": [{"at": "2026-03-02T08:00:00Z", "engagement": 2}, \
            {"at": "2026-03-02T08:10:00Z", "engagement": 7.5}]}, "reach": {"low": 100, "high": 900}, "story": "…", "voice": "sponsored", "note": {"tags": ["refund"], "assignee": "lea", \
            "handled": true, "by": "admin", "at": "2026-03-02T08:00:00Z"}}], "total": 1}`

            `voice` is `own` for one of the brand's `ownAuthors`, `sponsored` where a hashtag such as `#ad`, `#sponsored`, `#pub` or \
            `#sponsorisé` says that it is paid for, and absent otherwise. `note` is what people noted. Both can be asked for: \
            `voice=own|sponsored|others`, `tag`, `assignee`, `handled=true|false`.

            `virality.history` is how the post's counters stood when they were looked at: the first look, the newest and at most fourteen \
            between them that tell most of its course. `engagement` is all reactions so far, weighted as the velocity counts them (share 1, \
            comment 0.5, like 0.2, view 0.001 unless set otherwise). Absent until the counters were looked at twice.""")
    @GetMapping("/api/mentions")
    ListedMention.Page list(
            @ModelAttribute FilterParams params,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String cursor) {
        var asked = size == null ? PAGE : (int) Fields.between("size", size, 1, LARGEST_PAGE);
        var page = store.page(params.filter(setup, clock.instant()), MentionSort.of(sort), asked, cursor);
        return new ListedMention.Page(
                page.items().stream().map(m -> ListedMention.of(m, setup)).toList(), page.total(), page.cursor());
    }

    @Operation(
            description =
                    "The same list as a CSV file of at most 100,000 rows; cells never start a formula in a spreadsheet.")
    @GetMapping("/api/mentions.csv")
    void csv(
            @ModelAttribute FilterParams params,
            @RequestParam(required = false) @Nullable String sort,
            HttpServletResponse response)
            throws IOException {
        var rows = new MentionRows(store, setup, params.filter(setup, clock.instant()), MentionSort.of(sort));
        rows.first();
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mentions.csv\"");
        rows.write(response.getWriter());
    }

    @Operation(description = """
            A person says what a mention's sentiment really is: `{"label": "neutral", "reason": "irony"}`. Answers the corrected \
            mention, or 202 with `"pending": true` when that takes longer than 5 s.""")
    @PutMapping("/api/mentions/{id}/sentiment")
    ResponseEntity<?> correct(@PathVariable String id, @RequestBody CorrectionForm form, Principal caller)
            throws InterruptedException {
        var mention = store.mention(id)
                .filter(m -> setup.brand(m.brand()).isPresent())
                .orElseThrow(() -> new NotThere("no such mention"));
        var label = FilterParams.label("label", form.label());
        if (label == null) {
            throw new InvalidField("label", "is required: negative, neutral or positive");
        }
        var reason = Fields.text("reason", form.reason(), LONGEST_REASON);
        var correction =
                new Correction(id, mention.postId(), mention.brand(), label, reason, caller.getName(), clock.instant());
        try (var corrected = watch.expect(
                AnalysedMention.class,
                m -> m.mentionId().equals(id)
                        && m.post() != null
                        && m.sentiment().label() == label)) {
            writer.write(Topics.CORRECTIONS, mention.postId(), correction, caller.getName());
            var seen = corrected.await(PATIENCE).map(StoredMention::of).map(m -> ListedMention.of(m, setup));
            return seen.isPresent()
                    ? ResponseEntity.ok(seen.get())
                    : ResponseEntity.accepted().body(new Pending(true));
        }
    }
}
