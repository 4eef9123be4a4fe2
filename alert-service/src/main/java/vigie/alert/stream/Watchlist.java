package vigie.alert.stream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.model.AlertRule;
import vigie.model.Brand;

/** The brands and rules of the moment, by brand; read afresh from the global stores once a second. */
final class Watchlist {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final String SPIKE = "spike";

    private final ReadOnlyKeyValueStore<String, Brand> brandStore;
    private final ReadOnlyKeyValueStore<String, AlertRule> ruleStore;
    private final Map<String, Brand> brands = new HashMap<>();
    private final Map<String, List<AlertRule>> rules = new HashMap<>();
    private long readAt = Long.MIN_VALUE;

    Watchlist(ReadOnlyKeyValueStore<String, Brand> brandStore, ReadOnlyKeyValueStore<String, AlertRule> ruleStore) {
        this.brandStore = brandStore;
        this.ruleStore = ruleStore;
    }

    void refresh(long now) {
        if (readAt != Long.MIN_VALUE && now - readAt < FRESH.toMillis() && now >= readAt) {
            return;
        }
        readAt = now;
        brands.clear();
        rules.clear();
        try (var rows = brandStore.all()) {
            rows.forEachRemaining(row -> brands.put(row.key, row.value));
        }
        try (var rows = ruleStore.all()) {
            rows.forEachRemaining(row -> add(row.value));
        }
    }

    private void add(AlertRule rule) {
        if (rule.enabled() && rule.kind().equals(SPIKE)) {
            rules.computeIfAbsent(rule.brand(), b -> new ArrayList<>()).add(rule);
        }
    }

    @Nullable
    Brand brand(String id) {
        return brands.get(id);
    }

    /** When a brand as we know it began; the beginning of time when unknown. */
    Instant since(String brand) {
        var known = brands.get(brand);
        return known == null || known.since() == null ? Instant.EPOCH : known.since();
    }

    /** The clock of the brand's public; UTC when it has none or a misspelt one. */
    ZoneId zone(String brand) {
        var known = brands.get(brand);
        var zone = known == null ? null : known.timeZone();
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    List<AlertRule> rules(String brand) {
        return rules.getOrDefault(brand, List.of());
    }

    /** The active rules over a series. */
    List<AlertRule> rules(Series series) {
        return rules(series.brand()).stream()
                .filter(rule -> metric(rule).equals(series.metric()))
                .toList();
    }

    /** Whether an active rule is about a metric. */
    boolean asks(String brand, String metric) {
        return rules(brand).stream().anyMatch(rule -> metric(rule).equals(metric));
    }

    /** A rule's metric as counted: hashtags are compared in lower case. */
    static String metric(AlertRule rule) {
        return rule.metric().startsWith(Changes.HASHTAG) ? rule.metric().toLowerCase(Locale.ROOT) : rule.metric();
    }
}
