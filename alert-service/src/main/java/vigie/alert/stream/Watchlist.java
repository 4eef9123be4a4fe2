package vigie.alert.stream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.alert.plain.PlainRule;
import vigie.alert.plain.Slice;
import vigie.model.AlertRule;
import vigie.model.Brand;
import vigie.model.SourceStatus;
import vigie.query.Token;
import vigie.query.Tokenizer;

/** The brands, rules and sources of the moment; looked at once a second, brands and rules only when one has changed. */
final class Watchlist {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ReadOnlyKeyValueStore<String, Brand> brandStore;
    private final ReadOnlyKeyValueStore<String, AlertRule> ruleStore;
    private final ReadOnlyKeyValueStore<String, SourceStatus> sourceStore;
    private final Map<String, Brand> brands = new HashMap<>();
    private final Map<Series, List<AlertRule>> detected = new HashMap<>();
    private final Map<String, List<Plain>> plain = new HashMap<>();
    private final Map<String, List<AlertRule>> wholes = new HashMap<>();
    private final Map<String, Map<String, Slice>> slices = new HashMap<>();
    private final Map<Series, AlertRule> asked = new HashMap<>();
    private final Set<Series> termed = new HashSet<>();
    private final Map<String, Map<Series, AlertRule>> parts = new HashMap<>();
    private Map<AlertRule, Optional<Slice>> known = new HashMap<>();
    private Hearing hearing = Hearing.GOOD;
    private final LongSupplier setupChanges;
    private long readAt = Long.MIN_VALUE;
    private long setupRead = -1;

    Watchlist(
            ReadOnlyKeyValueStore<String, Brand> brandStore,
            ReadOnlyKeyValueStore<String, AlertRule> ruleStore,
            ReadOnlyKeyValueStore<String, SourceStatus> sourceStore,
            LongSupplier setupChanges) {
        this.brandStore = brandStore;
        this.ruleStore = ruleStore;
        this.sourceStore = sourceStore;
        this.setupChanges = setupChanges;
    }

    /** A plain rule and where its counts are. */
    record Plain(PlainRule rule, String slice) {

        Series series(String metric) {
            return new Series(rule.rule().brand(), counted(metric, slice));
        }
    }

    void refresh(long now) {
        if (readAt != Long.MIN_VALUE && now - readAt < FRESH.toMillis() && now >= readAt) {
            return;
        }
        readAt = now;
        var changes = setupChanges.getAsLong();
        if (changes != setupRead) {
            readSetup();
            setupRead = changes;
        }
        var sources = new ArrayList<SourceStatus>();
        try (var rows = sourceStore.all()) {
            rows.forEachRemaining(row -> sources.add(row.value));
        }
        hearing = Hearing.of(sources, Instant.ofEpochMilli(now));
    }

    private void readSetup() {
        List.of(brands, detected, plain, wholes, slices, parts).forEach(Map::clear);
        asked.clear();
        termed.clear();
        try (var rows = brandStore.all()) {
            rows.forEachRemaining(row -> brands.put(row.key, row.value));
        }
        var before = known;
        known = new HashMap<>();
        try (var rows = ruleStore.all()) {
            rows.forEachRemaining(row -> add(row.value, before));
        }
        asked.forEach((series, rule) -> {
            if (!series.always()) {
                parts.computeIfAbsent(series.brand(), b -> new TreeMap<>(Series.BY_KEY))
                        .put(series, rule);
            }
        });
    }

    private void add(AlertRule rule, Map<AlertRule, Optional<Slice>> before) {
        var isSpike = rule.kind().equals(AlertRule.SPIKE);
        if (!rule.enabled() || !(isSpike || PlainRule.is(rule))) {
            return;
        }
        var cached = before.get(rule);
        var slice = cached == null ? Slice.of(rule) : cached;
        known.put(rule, slice);
        slice.ifPresent(
                s -> slices.computeIfAbsent(rule.brand(), b -> new HashMap<>()).put(s.key(), s));
        var key = slice.map(Slice::key).orElse("");
        if (isSpike) {
            var series = new Series(rule.brand(), counted(rule.metric(), key));
            asked.putIfAbsent(series, rule);
            detected.computeIfAbsent(series, s -> new ArrayList<>()).add(rule);
            if (Parents.isWhole(rule)) {
                wholes.computeIfAbsent(rule.brand(), b -> new ArrayList<>()).add(rule);
            }
        } else {
            var one = new Plain(new PlainRule(rule), key);
            plain.computeIfAbsent(rule.brand(), b -> new ArrayList<>()).add(one);
            one.rule().metrics().forEach(metric -> asked.putIfAbsent(one.series(metric), rule));
            if (one.rule().ofTerms()) {
                one.rule().metrics().forEach(metric -> termed.add(one.series(metric)));
            }
        }
    }

    @Nullable
    Brand brand(String id) {
        return brands.get(id);
    }

    /** The words of a brand's name, as the tokenizer folds them. */
    Set<String> ownWords(String id) {
        var named = brands.get(id);
        return named == null
                ? Set.of()
                : Tokenizer.tokenize(named.name()).stream().map(Token::folded).collect(Collectors.toSet());
    }

    /** When a brand as we know it began; the beginning of time when unknown. */
    Instant since(String brand) {
        var brandNow = brands.get(brand);
        return brandNow == null || brandNow.since() == null ? Instant.EPOCH : brandNow.since();
    }

    /** The clock of the brand's public; UTC when it has none or a misspelt one. */
    ZoneId zone(String brand) {
        var brandNow = brands.get(brand);
        var zone = brandNow == null ? null : brandNow.timeZone();
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** The active rules that a detector of a series serves. */
    List<AlertRule> rules(Series series) {
        return detected.getOrDefault(series, List.of());
    }

    /** The active plain rules of a brand. */
    List<Plain> plain(String brand) {
        return plain.getOrDefault(brand, List.of());
    }

    /** The active rules over all of a brand's mentions or negative mentions. */
    List<AlertRule> wholes(String brand) {
        return wholes.getOrDefault(brand, List.of());
    }

    /** What the active rules of a brand narrow their counts to. */
    Collection<Slice> slices(String brand) {
        return slices.getOrDefault(brand, Map.of()).values();
    }

    /** What is counted only because rules ask for it, by brand, each with one of the rules. */
    Map<String, Map<Series, AlertRule>> parts() {
        return parts;
    }

    /** What a rule counts of a metric. */
    static Series series(AlertRule rule, String metric) {
        return new Series(
                rule.brand(), counted(metric, Slice.of(rule).map(Slice::key).orElse("")));
    }

    /** Whether an active rule is about a metric as counted. */
    boolean asks(String brand, String metric) {
        return asked.containsKey(new Series(brand, metric));
    }

    /** The series of which a rule asks what is said. */
    Set<Series> termed() {
        return termed;
    }

    /** What cannot be heard at present. */
    Hearing hearing() {
        return hearing;
    }

    /** A metric as counted: hashtags are compared in lower case, a slice's counts lie apart. */
    static String counted(String metric, String slice) {
        var base = metric.startsWith(Changes.HASHTAG) ? metric.toLowerCase(Locale.ROOT) : metric;
        return slice.isEmpty() ? base : base + Series.IN_SLICE + slice;
    }
}
