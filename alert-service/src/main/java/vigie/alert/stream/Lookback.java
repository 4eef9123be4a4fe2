package vigie.alert.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import vigie.alert.spike.FiveMinutes;
import vigie.model.AlertRule;
import vigie.model.RuleHistory;

/**
 * Gives a rule the past of what it counts. A part of a brand (a scope, a hashtag, words of a crisis) is counted only once a rule asks
 * for it; its detector would know nothing for half a day, and no hours for two weeks. So the index is asked for the counts of before.
 */
final class Lookback {

    private final KeyValueStore<String, Beginning> beginnings;
    private final BucketCounts counts;
    private final Corrections corrections;
    private final Watchlist watchlist;
    private final Consumer<RuleHistory> out;

    Lookback(
            KeyValueStore<String, Beginning> beginnings,
            BucketCounts counts,
            Corrections corrections,
            Watchlist watchlist,
            Consumer<RuleHistory> out) {
        this.beginnings = beginnings;
        this.counts = counts;
        this.corrections = corrections;
        this.watchlist = watchlist;
        this.out = out;
    }

    /**
     * Notes what is counted from now on, and asks for its past once.
     *
     * @param settled whether nothing old is on its way; otherwise the index may know what is still to be counted here
     */
    void ask(CountedBrands brands, boolean settled, long now) {
        watchlist.parts().forEach((brand, parts) -> {
            if (brands.isCounted(brand)) {
                var isCalm = settled && !corrections.pending(new Series(brand, Series.MENTIONS));
                parts.forEach((series, rule) -> ask(series, rule, brands.since(brand), isCalm, now));
            }
        });
        forget();
    }

    private void ask(Series series, AlertRule rule, Instant since, boolean isCalm, long now) {
        var begun = beginnings.get(series.key());
        if (begun != null && (begun.asked() || !isCalm)) {
            return;
        }
        var bucket = begun == null ? FiveMinutes.of(Instant.ofEpochMilli(now)) : begun.bucket();
        beginnings.put(series.key(), new Beginning(bucket, isCalm));
        if (isCalm) {
            var until = FiveMinutes.start(bucket);
            out.accept(new RuleHistory(series.brand(), since, rule, series.base(), until, null, List.of()));
        }
    }

    private void forget() {
        var gone = new ArrayList<String>();
        try (var rows = beginnings.all()) {
            rows.forEachRemaining(row -> {
                var series = Series.of(row.key);
                if (!watchlist.asks(series.brand(), series.metric())) {
                    gone.add(row.key);
                }
            });
        }
        gone.forEach(beginnings::delete);
    }

    /** Takes what the index knows of the time before. What was counted here meanwhile is among it, so the larger count is right. */
    void told(RuleHistory history, CountedBrands brands, long now) {
        var first = history.from();
        var series = Watchlist.series(history.rule(), history.metric());
        var beginning = beginnings.get(series.key());
        if (first == null || beginning == null || !history.brandSince().equals(brands.since(history.brand()))) {
            return;
        }
        var bucket = FiveMinutes.of(first);
        for (var count : history.counts()) {
            if (bucket < beginning.bucket() && counts.atLeast(series, bucket, count, now)) {
                corrections.add(series, bucket, now);
            }
            bucket++;
        }
    }
}
