package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to warn.
 *
 * @param id unique over all brands; the default rules are {@code <brand>.negative-spike} and {@code <brand>.volume-spike}
 * @param name unique within the brand, shown in alerts
 * @param metric {@code mentions}, {@code negative}, {@code hashtag:<tag>} or {@code story:<id>}; {@code negative-share} for that
 *     kind
 * @param kind {@code spike} (return-period surprise), {@code threshold} (so many in a window), {@code ratio} (so many times the window
 *     before), {@code negative-share} (two-proportion test against the week before), {@code reach} (one negative mention seen by many
 *     or spreading fast), {@code keyword} (words of a crisis), {@code new-term} (a word, phrase or hashtag hardly said before) or
 *     {@code quiet} (nothing where there is always something)
 * @param budgetDays T: tell about what happens less often than once in so many days; for {@code spike}, {@code negative-share} and
 *     {@code quiet}; for {@code new-term}, how many days back it must hardly have been said
 * @param minCount fewer than this in the window never warn; for {@code quiet}, where fewer are usual nothing is ever missed
 * @param severity 0 (information) to 4 (crisis); absent = computed
 * @param version raised at every change
 * @param scope which part of the metric is meant; absent = all of it
 * @param window {@code 15m}, {@code 1h}, {@code 3h} or {@code 24h}; absent = as the kind has it; not for {@code spike}, which looks at
 *     three
 * @param threshold {@code threshold} and {@code keyword}: mentions; {@code ratio}: times; {@code negative-share}: percentage points more
 *     than before; {@code reach}: people who may have seen it; {@code new-term}: people who say it; absent = as the kind has it
 * @param words {@code keyword}: what to look for, words or quoted phrases, beside the {@code lexicon}
 * @param lexicon {@code keyword}: the words of a sector, or {@code general}
 * @param quietHours when people are told later; absent = never
 */
public record AlertRule(
        String id,
        String brand,
        String name,
        String kind,
        String metric,
        double budgetDays,
        int minCount,
        @Nullable Integer severity,
        boolean enabled,
        long version,
        @Nullable Scope scope,
        @Nullable String window,
        @Nullable Double threshold,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> words,
        @Nullable String lexicon,
        @Nullable QuietHours quietHours) {

    /** Return-period surprise, as against everything plainer. */
    public static final String SPIKE = "spike";

    /** The budget a new brand starts with, in days. */
    public static final double DEFAULT_BUDGET_DAYS = 14;

    /** The evidence gate a new rule starts with. */
    public static final int DEFAULT_MIN_COUNT = 5;

    public AlertRule {
        words = words == null ? List.of() : List.copyOf(words);
    }

    /** A rule over all of its metric. */
    public AlertRule(
            String id,
            String brand,
            String name,
            String kind,
            String metric,
            double budgetDays,
            int minCount,
            @Nullable Integer severity,
            boolean enabled,
            long version) {
        this(
                id,
                brand,
                name,
                kind,
                metric,
                budgetDays,
                minCount,
                severity,
                enabled,
                version,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    /**
     * A part of a brand's mentions; what is absent or empty does not narrow it.
     *
     * @param query in the language of tracking queries
     * @param platforms any of these; {@code languages} likewise, as detected
     */
    public record Scope(
            @Nullable String query,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> platforms,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> languages) {
        public Scope {
            platforms = platforms == null ? List.of() : List.copyOf(platforms);
            languages = languages == null ? List.of() : List.copyOf(languages);
        }
    }

    /**
     * When nobody is to be woken: what happens then is told when they end.
     *
     * @param from local time such as {@code 22:00}; {@code until} the first minute people are told again, the next day when earlier
     * @param timeZone IANA zone; the brand's when absent
     * @param unlessSeverity from this severity on people are told at once; 4 when absent
     */
    public record QuietHours(
            String from,
            String until,
            @Nullable String timeZone,
            @Nullable Integer unlessSeverity) {}

    /** The rule every new brand has for {@code metric}. */
    public static AlertRule defaultFor(String brand, String name, String metric) {
        return new AlertRule(
                brand + "." + name, brand, name, SPIKE, metric, DEFAULT_BUDGET_DAYS, DEFAULT_MIN_COUNT, null, true, 1);
    }
}
