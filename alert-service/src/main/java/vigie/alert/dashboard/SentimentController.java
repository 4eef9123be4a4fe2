package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.Brand;
import vigie.model.BrandSentiment;
import vigie.model.SentimentSetting;
import vigie.model.SentimentShares;
import vigie.store.MentionStore;
import vigie.topic.Topics;

/** How a brand's mentions are read: what was learnt of it, what people decide about that, and their corrections as examples. */
@RestController
@RequestMapping("/api/brands/{id}")
class SentimentController {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final double ROUNDING = 0.001;

    private final Setup setup;
    private final TopicWriter writer;
    private final MentionStore store;
    private final Clock clock;

    SentimentController(Setup setup, TopicWriter writer, MentionStore store, Clock clock) {
        this.setup = setup;
        this.writer = writer;
        this.store = store;
        this.clock = clock;
    }

    /** What is absent is as the product comes; {@code shares} and {@code version} of {@code null} mean what is learnt. */
    record Form(
            @Nullable Boolean enabled,
            @Nullable Double strength,
            @Nullable Shares shares,
            @Nullable Boolean words,
            @Nullable Long version) {}

    record Shares(double negative, double neutral, double positive) {}

    @Operation(description = """
            How this brand's mentions are read. `learnt` is what its mentions teach without labels (`shares`) and what people's \
            corrections teach (`words`, in log-odds; `lessons`: the share of corrected mentions read rightly, each by what the others \
            teach, before and after). `applied` is in use; `earlier` versions can be gone back to. 404 while nothing was learnt or decided.

            `{"brand": "acme", "version": 4, "at": "2026-03-02T08:00:01Z", "applied": {"shares": {"negative": 0.6, "neutral": 0.25, \
            "positive": 0.15}, "strength": 0.75, "words": [{"word": "bricked", "negative": 1.9, "neutral": -0.8, "positive": -1.1, \
            "texts": 3}]}, "learnt": {"version": 4, "at": "2026-03-02T08:00:01Z", "shares": {"negative": 0.6, "neutral": 0.25, \
            "positive": 0.15}, "mentions": 812.5, "words": [], "lessons": {"corrections": 12, "before": 0.5, "after": 0.75}}, \
            "setting": {"brand": "acme", "enabled": true, "strength": 0.75, "words": true}, "earlier": []}`""")
    @GetMapping("/sentiment")
    BrandSentiment sentiment(@PathVariable String id) {
        return setup.sentiment(brand(id)).orElseThrow(() -> new NotThere("nothing was learnt of this brand yet"));
    }

    @Operation(description = """
            Decides how this brand's mentions are read; what is left out is as the product comes. `{"enabled": false}` uses the model's \
            answers as they are; `strength` 0 to 1 says how far the usual shares are believed; `shares` gives them by hand; `words: \
            false` leaves the brand's words out; `version` goes back to what was learnt then. Stored mentions follow within a moment, \
            and are not counted again. Answers what is applied, or 202 with `"pending": true` when that takes longer than 5 s.

            `{"enabled": true, "strength": 0.75, "shares": null, "words": true, "version": null}`""")
    @PutMapping("/sentiment")
    ResponseEntity<?> decide(@PathVariable String id, @RequestBody Form form, Principal caller)
            throws InterruptedException {
        var brand = brand(id);
        var setting = new SentimentSetting(
                brand.id(),
                brand.since(),
                !Boolean.FALSE.equals(form.enabled()),
                form.strength() == null
                        ? SentimentSetting.USUAL_STRENGTH
                        : Fields.between("strength", form.strength(), 0, 1),
                shares(form.shares()),
                !Boolean.FALSE.equals(form.words()),
                version(brand, form.version()));
        writer.write(Topics.SENTIMENT_SETTINGS, brand.id(), setting, caller.getName());
        return setup.awaitApplied(brand, setting, PATIENCE)
                ? ResponseEntity.ok(sentiment(id))
                : ResponseEntity.accepted().body(new Pending(true));
    }

    @Operation(description = """
            The mentions whose label a person gave, as examples to train or evaluate a model with: a line each of label, tab, text. At \
            most 100,000, newest first.""")
    @GetMapping("/corrections.tsv")
    void corrections(@PathVariable String id, HttpServletResponse response) throws IOException {
        var rows = new CorrectionRows(store, brand(id), clock.instant());
        rows.first();
        response.setContentType("text/tab-separated-values");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"corrections.tsv\"");
        rows.write(response.getWriter());
    }

    private Brand brand(String id) {
        return setup.brand(Fields.id("id", id)).orElseThrow(() -> new NotThere("no brand " + id));
    }

    private static @Nullable SentimentShares shares(@Nullable Shares shares) {
        if (shares == null) {
            return null;
        }
        Fields.between("shares.negative", shares.negative(), 0, 1);
        Fields.between("shares.neutral", shares.neutral(), 0, 1);
        Fields.between("shares.positive", shares.positive(), 0, 1);
        if (Math.abs(shares.negative() + shares.neutral() + shares.positive() - 1) > ROUNDING) {
            throw new InvalidField("shares", "must sum to 1");
        }
        return new SentimentShares(shares.negative(), shares.neutral(), shares.positive());
    }

    /** The newest version is what is learnt from now on, too. */
    private @Nullable Long version(Brand brand, @Nullable Long asked) {
        if (asked == null) {
            return null;
        }
        var told = setup.sentiment(brand);
        var isThere = told.stream()
                .flatMap(t -> t.earlier().stream())
                .anyMatch(earlier -> Objects.equals(earlier.version(), asked));
        if (!isThere) {
            throw new InvalidField("version", "must be one of those in `earlier`");
        }
        return asked;
    }
}
