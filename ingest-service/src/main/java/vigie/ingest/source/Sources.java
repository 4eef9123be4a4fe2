package vigie.ingest.source;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vigie.door.InvalidField;
import vigie.ingest.Instance;
import vigie.ingest.KafkaWriter;
import vigie.ingest.TopicsReady;
import vigie.model.SourceCursor;
import vigie.model.SourceOutages;
import vigie.model.SourceSpec;
import vigie.model.SourceStatus;
import vigie.topic.Topic;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/** All sources, from the service's settings and from the API, kept running as they are configured at any moment. */
@Component
class Sources implements SourceRunner.Place, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);

    private final Map<String, SourceKind> kinds;
    private final Map<String, SourceSpec> fixed = new HashMap<>();
    private final KafkaProperties kafka;
    private final KafkaWriter writer;
    private final SourceRunner runner;
    private volatile @Nullable SourceTurn turn;
    private volatile @Nullable TopicTable<SourceCursor> cursors;
    private volatile @Nullable TopicTable<SourceOutages> outages;
    private volatile @Nullable TopicTable<SourceSpec> specs;

    Sources(
            List<SourceKind> kinds,
            KafkaProperties kafka,
            KafkaWriter writer,
            SourceRunnerSettings settings,
            Clock clock,
            Instance instance) {
        this.kinds = kinds.stream().collect(Collectors.toMap(SourceKind::name, Function.identity()));
        this.kafka = kafka;
        this.writer = writer;
        this.runner = new SourceRunner(this, writer, settings, clock, instance.instance());
        for (var kind : kinds) {
            kind.configured().forEach(spec -> fixed.put(spec.id(), kind.check(spec)));
        }
    }

    @EventListener
    void begin(TopicsReady ready) {
        var client = kafka.buildConsumerProperties();
        turn = new SourceTurn(client);
        cursors = new TopicTable<>(Topics.SOURCE_CURSORS, client, (id, cursor) -> {});
        outages = new TopicTable<>(Topics.SOURCE_OUTAGES, client, (id, told) -> {});
        fixed.values().forEach(this::run);
        specs = new TopicTable<>(Topics.SOURCES, client, this::changed);
    }

    private void changed(String id, @Nullable SourceSpec spec) {
        if (fixed.containsKey(id)) {
            return;
        }
        if (spec == null) {
            runner.remove(id);
        } else {
            run(spec);
        }
    }

    private void run(SourceSpec spec) {
        try {
            runner.put(spec.id(), kind(spec.kind()).open(spec));
        } catch (InvalidField e) {
            // written by a newer version, or allowed by settings that have changed since
            log.warn("source {} is left out: {} {}", spec.id(), e.field(), e.getMessage());
            runner.remove(spec.id());
        }
    }

    /** @throws InvalidField when there is no such kind */
    SourceKind kind(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new InvalidField("kind", "must be one of " + new TreeMap<>(kinds).keySet());
        }
        return kind;
    }

    boolean isFixed(String id) {
        return fixed.containsKey(id);
    }

    Optional<SourceSpec> find(String id) {
        var spec = fixed.get(id);
        var table = specs;
        return Optional.ofNullable(spec == null && table != null ? table.get(id) : spec);
    }

    /** All of them, by id. */
    Map<String, SourceSpec> all() {
        var table = specs;
        var all = new TreeMap<>(table == null ? Map.<String, SourceSpec>of() : table.rows());
        all.putAll(fixed);
        return all;
    }

    Map<String, SourceStatus> statuses() {
        return runner.statuses();
    }

    @Override
    public boolean mine() {
        var mine = turn;
        var table = cursors;
        return mine != null && mine.mine() && table != null && table.ready();
    }

    @Override
    public @Nullable SourceCursor cursor(String source) {
        var table = cursors;
        return table == null ? null : table.get(source);
    }

    @Scheduled(fixedDelayString = "5s")
    void report() {
        var told = outages;
        var configured = specs;
        if (!mine() || told == null || !told.ready() || configured == null || !configured.ready()) {
            return;
        }
        statuses().forEach((id, status) -> {
            var before = told.get(id);
            var after = before == null ? SourceOutages.first(status) : before.after(status);
            write(Topics.SOURCE_STATUS, id, status);
            if (!after.equals(before)) {
                write(Topics.SOURCE_OUTAGES, id, after);
            }
        });
        told.rows().keySet().stream().filter(id -> find(id).isEmpty()).forEach(this::forget);
    }

    /** One that is not in the settings any more would seem silent for ever. */
    private void forget(String id) {
        write(Topics.SOURCE_STATUS, id, null);
        write(Topics.SOURCE_OUTAGES, id, null);
    }

    private <V> void write(Topic<V> topic, String id, @Nullable V row) {
        var unused = writer.write(topic, id, row);
    }

    @Override
    public void close() {
        runner.close();
        for (var part : new @Nullable AutoCloseable[] {specs, cursors, outages, turn}) {
            close(part);
        }
    }

    private static void close(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            log.warn("could not close a reader of sources: {}", e.getClass().getSimpleName());
        }
    }
}
