package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.Brand;
import vigie.model.SourceOutages;
import vigie.model.SourceStatus;
import vigie.store.AlertFilter;
import vigie.store.Audience;
import vigie.store.Authors;
import vigie.store.Breakdown;
import vigie.store.Dimension;
import vigie.store.Emerging;
import vigie.store.Hashtags;
import vigie.store.MentionFilter;
import vigie.store.MentionStore;
import vigie.store.ShareOfVoice;
import vigie.store.Timeline;
import vigie.store.TopStories;

/** Figures over mentions; all take the filters of {@code /api/mentions}. */
@RestController
@RequestMapping("/api/stats")
class StatsController {

    private static final int VALUES = 20;
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_WORDS = 100;
    private static final int MOST_HASHTAGS = 50;
    private static final int MOST_AUTHORS = 100;
    private static final int MOST_STORIES = 100;
    private static final int MOST_ALERTS = 20_000;

    private final MentionStore store;
    private final Setup setup;
    private final Clock clock;

    StatsController(MentionStore store, Setup setup, Clock clock) {
        this.store = store;
        this.setup = setup;
        this.clock = clock;
    }

    /** Who listens now, when they did not in the period, and what came from where. */
    record Coverage(List<SourceStatus> sources, List<SourceOutages> outages, List<Breakdown.Item> platforms) {}

    @Operation(description = """
        The headline figures, and the same for the period of equal length before. `netSentiment` and `brandHealth` are null under \
        30 mentions. `{"mentions": 120, "stories": 71, "sentiment": {"negative": 40, "neutral": 60, "positive": 20}, "netSentiment": -16.7, \
        "brandHealth": 33.3, "authors": 88, "reach": {"low": 4000, "high": 90000}, "engagement": 512, "openAlerts": 1, \
        "previous": {…}}`\
        """)
    @GetMapping("/summary")
    SummaryView summary(@ModelAttribute FilterParams params) {
        return SummaryView.of(store.summary(filter(params)));
    }

    @Operation(
            description = "Mentions over time; `interval` is `5m`, `1h` (default) or `1d`. Days begin at the brand's"
                    + " midnight, or at that of `timeZone`.")
    @GetMapping("/timeline")
    Timeline timeline(
            @ModelAttribute FilterParams params,
            @RequestParam(defaultValue = "1h") String interval,
            @RequestParam(required = false) @Nullable String timeZone) {
        return store.timeline(filter(params), interval, zone(params, timeZone));
    }

    @Operation(
            description =
                    "Mentions by `sentiment`, `platform`, `lang`, `author`, `hashtag`, `query`, `country`, `site` or"
                            + " `story`, the most frequent first.")
    @GetMapping("/breakdown")
    Breakdown breakdown(
            @ModelAttribute FilterParams params,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable Integer size) {
        var asked = size == null ? VALUES : (int) Fields.between("size", size, 1, MOST_VALUES);
        return store.breakdown(filter(params), Dimension.of(by), asked);
    }

    @Operation(description = """
        Hashtags of the period: the most used (`sort=top`) or, of those used in its last three hours, those furthest above their own past \
        (`sort=rising`): `{"items": [{"hashtag": "greve", "mentions": 40, "negative": 35, "neutral": 5, "positive": 0, "before": 2, \
        "z": 7.5, "score": 79.3, "firstAt": "2026-03-01T09:12:00Z", "with": [{"hashtag": "ponantrail", "mentions": 12}]}]}`\
        """)
    @GetMapping("/hashtags")
    Hashtags hashtags(
            @ModelAttribute FilterParams params,
            @RequestParam(defaultValue = "top") String sort,
            @RequestParam(required = false) @Nullable Integer size) {
        var asked = size == null ? VALUES : (int) Fields.between("size", size, 1, MOST_HASHTAGS);
        return store.hashtags(filter(params), Hashtags.Order.of(sort), asked);
    }

    @Operation(description = """
        Who speaks of the brands, sorted by `mentions`, `influence` or `reach`; `role` is `detractor`, `ambassador` or `defender`. Influence \
        = 100 × (0.5 × audience + 0.35 × engagement + 0.15 × frequency), with audience = log10(1 + followers) / 6, engagement = √(rate / 0.1) \
        for interactions a mention and follower, frequency = mentions a week / 7, each at most 1; null where followers are not known. \
        `{"items": [{"author": "x:42", "label": "jeanne", "mentions": 12, "negative": 9, "neutral": 2, "positive": 1, "followers": 1200, \
        "engagement": 340, "reach": {"low": 144, "high": 1440}, "influence": {"score": 46.2, "audience": 0.51, "engagement": 0.49, \
        "frequency": 0.24, "engagementRate": 0.024, "perWeek": 1.7}, "role": "detractor"}]}`\
        """)
    @GetMapping("/authors")
    Authors authors(
            @ModelAttribute FilterParams params,
            @RequestParam(defaultValue = "mentions") String sort,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable Integer size) {
        var asked = size == null ? VALUES : (int) Fields.between("size", size, 1, MOST_AUTHORS);
        var only = role == null || role.isEmpty() ? null : Authors.Role.named(role);
        return store.authors(filter(params), Authors.Order.of(sort), only, asked);
    }

    @Operation(description = """
        Whom the mentions may have reached, with all inputs. `reach` adds up, over the mentions whose author's followers are known, \
        followers × the platform's rate (low and high, parts of the followers); `potential` is the followers of those accounts, each \
        once. Mentions without known followers are in `mentions` but not in `withFollowers`, and add nothing. \
        `{"potential": 51000, "reach": {"low": 510, "high": 5100}, "mentions": 14, "withFollowers": 9, "accounts": 12, \
        "accountsWithFollowers": 8, "platforms": [{"platform": "mastodon", "mentions": 14, "withFollowers": 9, "followers": 51000, \
        "rate": {"low": 0.01, "high": 0.1}, "reach": {"low": 510, "high": 5100}}]}`\
        """)
    @GetMapping("/reach")
    Audience reach(@ModelAttribute FilterParams params) {
        return store.audience(filter(params));
    }

    @Operation(description = """
        The stories most told in the period, or, with `sort=velocity`, those whose posts spread fastest: near-duplicates, quotes and \
        shares count together. `virality` is that of the story as a whole, as of the period's end or now: the velocities of its \
        posts and its further tellings within the hour, added up. `{"items": [{"story": "0f3c…", "mentions": 40, "negative": 35, \
        "neutral": 5, "positive": 0, "authors": 38, "reach": {"low": 100, "high": 9000}, "virality": {"score": 61.5, \
        "velocity": 240}, "first": {"mentionId": "…", "at": "2026-03-01T12:00:00Z", "platform": "mastodon", "author": "ana"}, \
        "exemplar": {"mentionId": "…", "title": "…", "text": "…"}}]}`\
        """)
    @GetMapping("/stories")
    TopStories stories(
            @ModelAttribute FilterParams params,
            @RequestParam(defaultValue = "mentions") String sort,
            @RequestParam(required = false) @Nullable Integer size) {
        var asked = size == null ? VALUES : (int) Fields.between("size", size, 1, MOST_STORIES);
        return store.stories(filter(params), TopStories.Order.of(sort), asked, clock.instant());
    }

    @Operation(
            description = "How the conversation divides between the asked brands; one brand alone is compared with its"
                    + " competitors.")
    @GetMapping("/share-of-voice")
    ShareOfVoice shareOfVoice(@ModelAttribute FilterParams params) {
        var brands = withCompetitors(FilterParams.brands(setup, params.brand()));
        return store.shareOfVoice(params.filter(setup, brands, clock.instant()));
    }

    @Operation(description = """
        Words, phrases of two or three words and hashtags of the period that the four weeks before it hardly knew, the most striking \
        first: `{"items": [{"term": "panne", "mentions": 40, "before": 1, "score": 2.3, "negative": 35, "neutral": 5, "positive": 0, \
        "forms": ["panne", "#panne"]}]}`. The score is the difference of log-odds with a prior, at the lower end of its 95 % interval; \
        with a sentiment, platform or language, the past is that of the same. A word and its hashtag are one term.\
        """)
    @GetMapping("/emerging")
    Emerging emerging(@ModelAttribute FilterParams params, @RequestParam(required = false) @Nullable Integer size) {
        var asked = size == null ? VALUES : (int) Fields.between("size", size, 1, MOST_WORDS);
        return store.emerging(filter(params), asked);
    }

    @Operation(description = """
        Whether the sources listen, when each was not heard in the period (known from `since` on), and how many mentions came from each \
        platform: `{"sources": […], "outages": [{"source": "news", "since": "2026-03-01T08:00:00Z", "until": "2026-03-04T10:00:00Z", \
        "outages": [{"from": "2026-03-03T02:10:00Z", "to": "2026-03-03T05:40:00Z", "state": "down", "error": "HTTP 503"}]}], \
        "platforms": [{"key": "rss", "mentions": 12, "negative": 2, "neutral": 9, "positive": 1}]}`. An outage without `to` goes on; its `state` is `down`, `paused` or `unasked`: \
        the service that asks was not running. Pushes are not asked for, and have no outages.\
        """)
    @GetMapping("/coverage")
    Coverage coverage(@ModelAttribute FilterParams params) {
        var now = clock.instant();
        var filter = params.filter(setup, now);
        return new Coverage(
                setup.sources(),
                setup.outages().stream()
                        .map(told -> told.asOf(now).within(filter.from(), filter.to()))
                        .toList(),
                store.breakdown(filter, Dimension.PLATFORM, MOST_VALUES).items());
    }

    @Operation(description = """
        How fast alerts opened in the period were detected, acknowledged and resolved, in seconds since the evidence: `{"alerts": 12, \
        "detect": {"count": 3, "meanSeconds": 45, "medianSeconds": 40, "p90Seconds": 75}, "acknowledge": {…}, "resolve": {…}, "brands": {"ponant": {…the same}}}`\
        """)
    @GetMapping("/response")
    ResponseTimes response(@ModelAttribute FilterParams params) {
        var filter = filter(params);
        var asked = new AlertFilter(filter.brands(), null, filter.from(), filter.to());
        var alerts = new ArrayList<Alert>();
        @Nullable String cursor = null;
        do {
            var page = store.alerts(asked, MOST_VALUES, cursor);
            alerts.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null && alerts.size() < MOST_ALERTS);
        return ResponseTimes.of(alerts);
    }

    private MentionFilter filter(FilterParams params) {
        return params.filter(setup, clock.instant());
    }

    private List<String> withCompetitors(List<String> brands) {
        if (brands.size() != 1) {
            return brands;
        }
        var existing = setup.brandIds();
        return Stream.concat(
                        brands.stream(),
                        setup.brand(brands.get(0)).stream()
                                .flatMap(b -> b.competitors().stream())
                                .filter(existing::contains))
                .distinct()
                .toList();
    }

    private ZoneId zone(FilterParams params, @Nullable String asked) {
        if (asked != null) {
            var zone = Fields.zone("timeZone", asked);
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        }
        var brands = params.brand();
        return brands == null || brands.size() != 1
                ? ZoneOffset.UTC
                : setup.brand(brands.get(0))
                        .map(Brand::timeZone)
                        .map(ZoneId::of)
                        .orElse(ZoneOffset.UTC);
    }
}
