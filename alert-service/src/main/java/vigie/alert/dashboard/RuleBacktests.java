package vigie.alert.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.backtest.Backtest;
import vigie.alert.backtest.Incident;
import vigie.alert.backtest.Recording;
import vigie.alert.plain.Kind;
import vigie.alert.plain.Lexicon;
import vigie.alert.setup.Setup;
import vigie.alert.spike.FiveMinutes;
import vigie.door.InvalidField;
import vigie.model.AlertRule;
import vigie.model.Brand;
import vigie.store.MentionFilter;
import vigie.store.MentionStore;
import vigie.store.Timeline;

/** Asks the index what a rule counts, and has it judged as it would have been. */
@Component
class RuleBacktests {

    private static final int LONGEST_DAYS = 90;

    /** What is known before the first day teaches: half-lives are weeks, and calibration looks back four of them. */
    private static final Duration LESSONS = Duration.ofDays(35);

    /** The index counts so many days at a time. */
    private static final Duration CHUNK = Duration.ofDays(30);

    private static final String NEGATIVE = "negative";
    private static final String HASHTAG = "hashtag:";
    private static final String STORY = "story:";
    private static final double DAYS_OF_A_WEEK = 7;

    private final Setup setup;
    private final MentionStore store;
    private final Clock clock;

    RuleBacktests(Setup setup, MentionStore store, Clock clock) {
        this.setup = setup;
        this.store = store;
        this.clock = clock;
    }

    /** @param days up to now */
    record Question(@Nullable RuleForm rule, @Nullable Integer days) {}

    record Answer(Instant from, Instant to, List<Incident> alerts, int told, double perWeek, FalseAlarms falseAlarms) {}

    /**
     * How many of those told were probably about nothing.
     *
     * @param note how that was estimated, one sentence a language
     */
    record FalseAlarms(double expected, Map<String, String> note) {}

    Answer answer(Question question) {
        if (question.rule() == null) {
            throw new InvalidField("rule", "is required");
        }
        var days =
                question.days() == null ? LONGEST_DAYS : (int) Fields.between("days", question.days(), 1, LONGEST_DAYS);
        var form = question.rule();
        var rule = form.name() == null
                ? form.named("backtest").checked("backtest", setup, 1)
                : form.checked("backtest", setup, 1);
        var to = clock.instant();
        var from = to.minus(Duration.ofDays(days));
        var zone =
                setup.brand(rule.brand()).map(Brand::timeZone).map(ZoneId::of).orElse(ZoneOffset.UTC);
        var alerts = Backtest.run(rule, zone, recording(rule, from.minus(LESSONS), to), FiveMinutes.of(from));
        var told = alerts.stream().mapToInt(Incident::told).sum();
        return new Answer(from, to, alerts, told, told * DAYS_OF_A_WEEK / days, falseAlarms(rule, alerts, told, days));
    }

    /** A budget is a promise about chance; a plain rule makes none, so the detector says which of its alarms were ordinary. */
    private static FalseAlarms falseAlarms(AlertRule rule, List<Incident> alerts, int told, int days) {
        var kind = Kind.of(rule.kind());
        if (kind.isEmpty() || kind.get() == Kind.NEGATIVE_SHARE || kind.get() == Kind.QUIET) {
            return new FalseAlarms(
                    Math.min(told, days / Math.max(1, rule.budgetDays())),
                    Map.of(
                            "en", "at most one in budgetDays by chance, or as many as were told where that is fewer",
                            "fr", "au plus une par budgetDays par hasard, ou autant qu’annoncées si c’est moins"));
        }
        var ordinary = alerts.stream()
                .filter(Incident::ordinary)
                .mapToInt(Incident::told)
                .sum();
        return new FalseAlarms(
                ordinary,
                Map.of(
                        "en", "those at a level this brand reaches more often than once in budgetDays",
                        "fr", "celles à un niveau que cette marque atteint plus d’une fois par budgetDays"));
    }

    private Recording recording(AlertRule rule, Instant from, Instant to) {
        var buckets = new ArrayList<Timeline.Bucket>();
        var aligned = FiveMinutes.start(FiveMinutes.of(from));
        for (var start = aligned; start.isBefore(to); start = start.plus(CHUNK)) {
            var end = start.plus(CHUNK).isBefore(to) ? start.plus(CHUNK) : to;
            buckets.addAll(store.timeline(filter(rule, start, end), "5m", ZoneOffset.UTC)
                    .buckets());
        }
        var mentions = buckets.stream().mapToLong(Timeline.Bucket::mentions).toArray();
        var negative = buckets.stream().mapToLong(Timeline.Bucket::negative).toArray();
        return new Recording(FiveMinutes.of(aligned), mentions, negative);
    }

    private static MentionFilter filter(AlertRule rule, Instant from, Instant to) {
        var metric = rule.metric();
        return MentionFilter.between(from, to)
                .brands(List.of(rule.brand()))
                .hashtag(metric.startsWith(HASHTAG) ? metric.substring(HASHTAG.length()) : null)
                .story(metric.startsWith(STORY) ? metric.substring(STORY.length()) : null)
                .q(TrackingQuery.search("scope.query", query(rule)))
                .build();
    }

    /** The slice of a rule as one query. */
    private static @Nullable String query(AlertRule rule) {
        var parts = new ArrayList<String>();
        var scope = rule.scope();
        if (scope != null) {
            if (scope.query() != null) {
                parts.add(scope.query());
            }
            parts.add(anyOf("platform", scope.platforms()));
            parts.add(anyOf("lang", scope.languages()));
        }
        var kind = Kind.of(rule.kind()).orElse(null);
        if (kind == Kind.KEYWORD) {
            parts.add(Lexicon.query(rule.lexicon(), rule.words()));
        }
        if (kind == Kind.REACH) {
            parts.add(String.format(
                    Locale.ROOT,
                    "sentiment:%s AND (reach:>=%.0f OR virality:>=%d)",
                    NEGATIVE,
                    kind.thresholdOf(rule),
                    Kind.FAST));
        }
        var all = parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> "(" + part + ")")
                .collect(Collectors.joining(" AND "));
        return all.isEmpty() ? null : all;
    }

    private static String anyOf(String field, List<String> values) {
        return values.stream().map(value -> field + ":" + value).collect(Collectors.joining(" OR "));
    }
}
