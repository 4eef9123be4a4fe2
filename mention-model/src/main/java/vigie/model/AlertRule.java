package vigie.model;

import org.jspecify.annotations.Nullable;

/**
 * When to warn.
 *
 * @param id unique over all brands; the default rules are {@code <brand>.negative-spike} and {@code <brand>.volume-spike}
 * @param name unique within the brand, shown in alerts
 * @param metric {@code mentions}, {@code negative}, {@code hashtag:<tag>} or {@code story:<id>}
 * @param kind {@code spike} (return-period surprise)
 * @param budgetDays T: tell about what happens less often than once in so many days
 * @param minCount fewer than this in the window never warn
 * @param severity 0 (information) to 4 (crisis); absent = computed from the surprise
 * @param version raised at every change
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
        long version) {

    /** The budget a new brand starts with, in days. */
    public static final double DEFAULT_BUDGET_DAYS = 14;

    /** The evidence gate a new rule starts with. */
    public static final int DEFAULT_MIN_COUNT = 5;

    /** The rule every new brand has for {@code metric}. */
    public static AlertRule defaultFor(String brand, String name, String metric) {
        return new AlertRule(
                brand + "." + name,
                brand,
                name,
                "spike",
                metric,
                DEFAULT_BUDGET_DAYS,
                DEFAULT_MIN_COUNT,
                null,
                true,
                1);
    }
}
