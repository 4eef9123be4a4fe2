package vigie.alert.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.backtest.Recording;
import vigie.alert.lookback.PastCounts;
import vigie.alert.plain.Kind;
import vigie.alert.plain.Lexicon;
import vigie.alert.setup.Setup;
import vigie.alert.spike.FiveMinutes;
import vigie.model.AlertRule;
import vigie.model.Brand;
import vigie.model.SentimentLabel;
import vigie.store.MentionFilter;
import vigie.store.MentionStore;

/** Asks the index what a rule counts, bucket by bucket. */
@Component
class RuleCounts implements PastCounts {

    /** What is known before the first day teaches: half-lives are weeks, and calibration looks back four of them. */
    static final Duration LESSONS = Duration.ofDays(35);

    private static final Duration STEP = Duration.ofSeconds(FiveMinutes.SECONDS);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String NEGATIVE = "negative";
    private static final String HASHTAG = "hashtag:";
    private static final String STORY = "story:";

    private final Setup setup;
    private final MentionStore store;

    RuleCounts(Setup setup, MentionStore store) {
        this.setup = setup;
        this.store = store;
    }

    /** The clock of the brand's public. */
    ZoneId zone(String brand) {
        return setup.brand(brand).map(Brand::timeZone).map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    @Override
    public Recording recording(AlertRule rule, Instant from, Instant to) {
        var start = FiveMinutes.start(FiveMinutes.of(from));
        var isShare = rule.kind().equals(Kind.NEGATIVE_SHARE.wire());
        var isNegative = rule.metric().equals(NEGATIVE);
        var none = new long[0];
        var all = isNegative ? none : store.counts(filter(rule, start, to, null), STEP);
        var negative =
                isNegative || isShare ? store.counts(filter(rule, start, to, SentimentLabel.NEGATIVE), STEP) : none;
        return new Recording(
                FiveMinutes.of(start),
                isNegative ? new long[negative.length] : all,
                negative.length == 0 ? new long[all.length] : negative);
    }

    /** Everything said of the rule's brand, hour by hour of the clock: whether anything could be heard at all. */
    Heard heard(AlertRule rule, Instant from, Instant to) {
        var start = from.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        var filter =
                MentionFilter.between(start, to).brands(List.of(rule.brand())).build();
        return new Heard(start, store.counts(filter, HOUR));
    }

    private static MentionFilter filter(AlertRule rule, Instant from, Instant to, @Nullable SentimentLabel label) {
        var metric = rule.metric();
        return MentionFilter.between(from, to)
                .brands(List.of(rule.brand()))
                .sentiment(label)
                .story(metric.startsWith(STORY) ? metric.substring(STORY.length()) : null)
                .q(TrackingQuery.search("scope.query", query(rule)))
                .build();
    }

    /** What a rule narrows its counts to, as one query. */
    private static @Nullable String query(AlertRule rule) {
        var parts = new ArrayList<String>();
        if (rule.metric().startsWith(HASHTAG)) {
            // as a query and not as a filter, so that accents mean here what they mean to the detectors
            parts.add("hashtag:\"" + rule.metric().substring(HASHTAG.length()) + "\"");
        }
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
