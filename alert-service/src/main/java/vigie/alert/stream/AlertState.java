package vigie.alert.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import vigie.model.Alert;
import vigie.model.RuleHistory;

/** The stores of one task with what works on them. */
record AlertState(
        BucketCounts counts,
        BucketVoices voices,
        Watches watches,
        Corrections corrections,
        Incidents incidents,
        CountedBrands brands,
        Watchlist watchlist,
        Sliced sliced,
        UsualPlatforms platforms,
        Outages outages,
        TermBook terms,
        Lookback lookback,
        PlainDesk plain,
        Judge judge) {

    static AlertState of(
            ProcessorContext<String, Object> context,
            Consumer<Alert> out,
            Consumer<RuleHistory> ask,
            LongSupplier setupChanges) {
        KeyValueStore<String, Cell> cells = context.getStateStore(Stores.COUNTS);
        KeyValueStore<String, Voices> spoken = context.getStateStore(Stores.VOICES);
        KeyValueStore<String, Watch> newest = context.getStateStore(Stores.WATCHES);
        KeyValueStore<String, Watch> daily = context.getStateStore(Stores.SNAPSHOTS);
        KeyValueStore<String, Correction> corrected = context.getStateStore(Stores.CORRECTIONS);
        KeyValueStore<String, CountedBrand> counted = context.getStateStore(Stores.BRANDS);
        KeyValueStore<String, Incident> alerts = context.getStateStore(Stores.INCIDENTS);
        var watchlist = watchlist(context, setupChanges);
        var counts = new BucketCounts(cells);
        var voices = new BucketVoices(spoken);
        var watches = new Watches(newest, daily);
        var corrections = new Corrections(corrected);
        var incidents = new Incidents(alerts);
        KeyValueStore<String, SlicedMention> cut = context.getStateStore(Stores.SLICED);
        KeyValueStore<String, Map<String, Long>> from = context.getStateStore(Stores.PLATFORMS);
        KeyValueStore<String, Long> deaf = context.getStateStore(Stores.OUTAGES);
        KeyValueStore<String, String> met = context.getStateStore(Stores.PLAIN);
        KeyValueStore<String, TermSample> sampled = context.getStateStore(Stores.TERMS);
        KeyValueStore<String, TermDay> remembered = context.getStateStore(Stores.TERM_DAYS);
        KeyValueStore<String, Beginning> begun = context.getStateStore(Stores.BEGINNINGS);
        var lookback = new Lookback(begun, counts, corrections, watchlist, ask);
        var ledger = new Ledger(incidents, voices, new Parents(incidents, watchlist), watchlist, out);
        var belongings =
                List.of(cells, spoken, newest, daily, corrected, alerts, cut, met, sampled, remembered, from, begun);
        var brands = new CountedBrands(counted, belongings, watchlist);
        var platforms = new UsualPlatforms(from);
        var outages = new Outages(deaf, platforms);
        var judge = new Judge(counts, voices, watches, corrections, watchlist, outages, ledger);
        var terms = new TermBook(sampled, remembered, counts);
        var plain = new PlainDesk(met, counts, voices, terms, incidents, corrections, outages, watchlist, out);
        var sliced = new Sliced(cut, watchlist);
        return new AlertState(
                counts,
                voices,
                watches,
                corrections,
                incidents,
                brands,
                watchlist,
                sliced,
                platforms,
                outages,
                terms,
                lookback,
                plain,
                judge);
    }

    private static Watchlist watchlist(ProcessingContext context, LongSupplier setupChanges) {
        return new Watchlist(
                context.getStateStore(AlertTopology.BRAND_TABLE),
                context.getStateStore(AlertTopology.RULE_TABLE),
                context.getStateStore(AlertTopology.SOURCE_TABLE),
                setupChanges);
    }

    /** Everything that may have old buckets: what is watched, and the counts every brand has. */
    List<Series> series() {
        var all = new ArrayList<>(watches.all());
        for (var brand : brands.names()) {
            all.add(new Series(brand, Series.MENTIONS));
            all.add(new Series(brand, Series.NEGATIVE));
        }
        return all.stream().distinct().toList();
    }
}
