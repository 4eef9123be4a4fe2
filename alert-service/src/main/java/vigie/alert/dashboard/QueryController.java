package vigie.alert.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.live.AlertItem;
import vigie.door.InvalidField;
import vigie.model.MatchedSpan;
import vigie.model.Post;
import vigie.query.Evaluator;
import vigie.query.Finding;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;
import vigie.query.Searchable;
import vigie.store.MentionStore;
import vigie.store.PostSample;
import vigie.store.StoreUnavailable;

/** Lets people try a query before it is tracked. */
@RestController
@RequestMapping("/api/queries")
class QueryController {

    private static final int TEXTS = 100;
    private static final int LONGEST_TEXT = 10_000;

    private static final Duration PERIOD = Duration.ofDays(7);
    private static final int SAMPLES = 5;
    private static final PostSample NOTHING = new PostSample(0, List.of());

    private final MentionStore store;
    private final Clock clock;

    QueryController(MentionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    record Form(
            @Nullable String query,
            @Nullable List<@Nullable String> texts,
            @Nullable String scope) {}

    record Remark(
            int position,
            int length,
            String message,
            @Nullable String suggestion) {
        static Remark of(Finding finding, String language) {
            return new Remark(finding.position(), finding.length(), finding.message(language), finding.suggestion());
        }
    }

    record Place(String field, int start, int end, String clause) {
        static Place of(MatchedSpan span) {
            return new Place(span.field(), span.start(), span.end(), span.clause());
        }
    }

    record Tried(boolean matches, List<Place> matched) {

        static final Tried NO = new Tried(false, List.of());

        static Tried of(Query query, Searchable post) {
            var match = Evaluator.evaluate(query, post);
            return new Tried(
                    match.matched(), match.spans().stream().map(Place::of).toList());
        }
    }

    /** A post the query would have caught, and where; its fields stand beside {@code matched}. */
    record Sample(@JsonUnwrapped Post post, List<Place> matched) {
        static Sample of(Query query, Post post) {
            return new Sample(post, Tried.of(query, Searchable.of(post)).matched());
        }
    }

    record Answer(
            boolean valid,
            List<Remark> errors,
            List<Remark> warnings,
            @Nullable String normalized,
            String cost,
            @Nullable Long matches,
            List<Sample> samples,
            List<Tried> texts) {}

    @Operation(description = """
            Always 200; what is wrong is in the body, in the language of `lang` or `Accept-Language`. `matches` counts the accepted posts of \
            the last 7 days, of any brand or none; it is absent while the index is away. `matched` tells the field (`text`, `title`, …), where \
            in it, and which clause. With `"scope": "search"` the query may also name what is known of a mention only later, such as \
            `sentiment`, and no posts are looked through. `{"query": "ponant AND (retard OR \
            \\"en panne\\")", "texts": ["Le Ponant a du retard"]}` → `{"valid": true, "errors": [], "warnings": [], "normalized": "…", \
            "cost": "low", "matches": 12, "samples": [{"id": "42", "platform": "x", "text": "…", "matched": [{"field": "text", "start": 3, "end": 9, \
            "clause": "ponant"}]}], "texts": [{"matches": true, "matched": [{"field": "text", "start": 3, "end": 9, "clause": "ponant"}]}]}`""")
    @PostMapping("/check")
    Answer check(@RequestBody Form form, @RequestParam(required = false) @Nullable String lang, Locale accepted) {
        var language = AlertItem.language(lang, accepted);
        var texts = Fields.list("texts", form.texts(), TEXTS);
        var scope = scope(form.scope());
        var parsed = QueryParser.parse(form.query() == null ? "" : form.query(), scope);
        var query = parsed.query();
        // who searches the mentions is shown them; posts are looked through for who tracks
        var caught = query == null || scope == Scope.SEARCH ? NOTHING : caught(query);
        return new Answer(
                parsed.valid(),
                remarks(parsed.errors(), language),
                remarks(parsed.warnings(), language),
                parsed.normalized(),
                parsed.cost().key(),
                caught == null || scope == Scope.SEARCH ? null : caught.matches(),
                query == null || caught == null
                        ? List.of()
                        : caught.samples().stream()
                                .map(post -> Sample.of(query, post))
                                .toList(),
                texts.stream()
                        .map(t -> query == null ? Tried.NO : Tried.of(query, post(t, clock.instant())))
                        .toList());
    }

    private static Scope scope(@Nullable String asked) {
        if (asked == null || asked.isEmpty() || asked.equals("tracking")) {
            return Scope.TRACKING;
        }
        if (asked.equals("search")) {
            return Scope.SEARCH;
        }
        throw new InvalidField("scope", "must be tracking or search");
    }

    /** Nothing at all while the index is away: the rest of the answer is of use without. */
    private @Nullable PostSample caught(Query query) {
        try {
            return store.postsMatching(query, clock.instant().minus(PERIOD), SAMPLES);
        } catch (StoreUnavailable e) {
            return null;
        }
    }

    private static List<Remark> remarks(List<Finding> findings, String language) {
        return findings.stream().map(f -> Remark.of(f, language)).toList();
    }

    private static Searchable post(String text, Instant now) {
        var bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return Searchable.of(Post.of("text", "1", now, bounded));
    }
}
