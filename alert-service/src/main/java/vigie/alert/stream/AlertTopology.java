package vigie.alert.stream;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import vigie.model.AlertRule;
import vigie.model.Brand;
import vigie.model.SourceStatus;
import vigie.topic.Topic;
import vigie.topic.Topics;

/**
 * Who reads what, and which stores they share. Mentions and actions of a brand meet in one task, since both topics are keyed by brand
 * and have the same number of partitions; brands, rules and the state of the sources are everywhere.
 */
final class AlertTopology {

    static final String BRAND_TABLE = "brand-table";
    static final String RULE_TABLE = "rule-table";
    static final String SOURCE_TABLE = "source-table";

    static final String ALERT_SINK = "alerts-out";
    static final String HISTORY_SINK = "histories-out";

    private static final String HISTORY_SOURCE = "histories-in";
    private static final String MENTION_SOURCE = "mentions-in";
    private static final String ACTION_SOURCE = "actions-in";
    private static final String COUNTER = "mention-counter";
    private static final String DESK = "action-desk";
    private static final String PAST = "past-desk";

    private final AlertMeters meters;

    /** Rises with every change of a brand or rule, so that they are read again only then. */
    private final AtomicLong setupChanges = new AtomicLong();

    private final Function<String, KeyValueBytesStoreSupplier> stores;

    /** @param stores where the large ones live: on disk, or in memory for tests */
    AlertTopology(AlertMeters meters, Function<String, KeyValueBytesStoreSupplier> stores) {
        this.meters = meters;
        this.stores = stores;
    }

    void addTo(Topology topology) {
        addTable(topology, Topics.BRANDS, BRAND_TABLE, AlertTopology::isWhole, setupChanges::incrementAndGet);
        addTable(topology, Topics.ALERT_RULES, RULE_TABLE, AlertTopology::isWhole, setupChanges::incrementAndGet);
        addTable(topology, Topics.SOURCE_STATUS, SOURCE_TABLE, AlertTopology::isWhole, () -> {});
        addSource(topology, MENTION_SOURCE, Topics.ANALYSED_MENTIONS);
        addSource(topology, ACTION_SOURCE, Topics.ALERT_ACTIONS);
        addSource(topology, HISTORY_SOURCE, Topics.RULE_HISTORIES);
        topology.addProcessor(COUNTER, () -> new MentionCounter(meters, setupChanges::get), MENTION_SOURCE);
        topology.addProcessor(DESK, () -> new ActionDesk(meters, setupChanges::get), ACTION_SOURCE);
        topology.addProcessor(PAST, () -> new PastDesk(setupChanges::get), HISTORY_SOURCE);
        for (var store : Stores.all(stores)) {
            topology.addStateStore(store, COUNTER, DESK, PAST);
        }
        addSink(topology, ALERT_SINK, Topics.ALERTS);
        addSink(topology, HISTORY_SINK, Topics.RULE_HISTORIES);
    }

    private static void addSink(Topology topology, String name, Topic<?> topic) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                COUNTER,
                DESK,
                PAST);
    }

    private static void addSource(Topology topology, String name, Topic<?> topic) {
        topology.addSource(
                name, topic.keySerde().deserializer(), topic.valueSerde().deserializer(), topic.name());
    }

    private static <V> void addTable(
            Topology topology, Topic<V> topic, String store, Predicate<V> whole, Runnable changed) {
        var builder = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(store),
                        Serdes.String(),
                        topic.valueSerde())
                .withLoggingDisabled();
        ProcessorSupplier<String, V, Void, Void> reader = () -> new TableReader<>(store, whole, changed);
        topology.addGlobalStore(
                builder,
                store + "-in",
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer(),
                topic.name(),
                store + "-reader",
                reader);
    }

    private static boolean isWhole(Brand brand) {
        return brand.id() != null;
    }

    private static boolean isWhole(SourceStatus status) {
        return status.source() != null && status.state() != null && status.at() != null;
    }

    private static boolean isWhole(AlertRule rule) {
        return rule.id() != null && rule.brand() != null && rule.kind() != null && rule.metric() != null;
    }

    /** Keeps the newest row of each key; an incomplete one counts as removed, since nothing could be judged by it. */
    private static final class TableReader<V> extends ContextualProcessor<String, V, Void, Void> {

        private final String store;
        private final Predicate<V> whole;
        private final Runnable changed;

        TableReader(String store, Predicate<V> whole, Runnable changed) {
            this.store = store;
            this.whole = whole;
            this.changed = changed;
        }

        @Override
        public void process(Record<String, V> row) {
            KeyValueStore<String, V> table = context().getStateStore(store);
            if (row.value() == null || !whole.test(row.value())) {
                table.delete(row.key());
            } else {
                table.put(row.key(), row.value());
            }
            changed.run();
        }
    }
}
