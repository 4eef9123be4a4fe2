package vigie.alert.notify;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.TopicWriter;
import vigie.door.ComeBack;
import vigie.model.Notification;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/**
 * Who was told what, or why not, and what is still to be told and when. Every instance knows all of it, so that any can go on where
 * another stopped.
 */
public final class Ledger implements AutoCloseable {

    static final String PENDING = "pending";
    static final String SENT = "sent";
    private static final String BY = "vigie";

    private final TopicWriter writer;

    /** What this instance wrote and has not read back yet. */
    private final Map<String, Notification> written = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> byAlert = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastTold = new ConcurrentHashMap<>();
    private final List<Consumer<Notification>> listeners = new CopyOnWriteArrayList<>();
    private final TopicTable<Notification> table;

    Ledger(Map<String, Object> clientConfig, TopicWriter writer) {
        this.writer = writer;
        this.table = new TopicTable<>(Topics.NOTIFICATIONS, clientConfig, this::changed);
    }

    /** Told of every row that any instance writes. */
    void onRow(Consumer<Notification> listener) {
        listeners.add(listener);
    }

    private void changed(String id, @Nullable Notification row) {
        if (row == null) {
            written.remove(id);
            byAlert.values().forEach(ids -> ids.remove(id));
            byAlert.values().removeIf(Set::isEmpty);
            return;
        }
        written.computeIfPresent(id, (key, mine) -> mine.at().isAfter(row.at()) ? mine : null);
        index(row);
        listeners.forEach(listener -> listener.accept(row));
    }

    private void index(Notification row) {
        byAlert.computeIfAbsent(row.alertId(), key -> ConcurrentHashMap.newKeySet())
                .add(row.id());
        var waits = row.due() != null && row.due().isAfter(row.at());
        if (row.outcome().equals(SENT) || row.outcome().equals(PENDING) && !waits) {
            lastTold.merge(place(row.receiver(), row.way(), row.brand()), row.at(), (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    private static String place(String receiver, int way, String brand) {
        return receiver + " " + way + " " + brand;
    }

    /** When this way of a receiver last had, or was about to have, news of a brand. */
    @Nullable
    Instant lastTold(String receiver, int way, String brand) {
        return lastTold.get(place(receiver, way, brand));
    }

    /** Whether the receiver was told of this alert before. */
    boolean told(Telling telling) {
        return of(telling.alert().id()).stream()
                .anyMatch(row -> row.outcome().equals(SENT)
                        && row.receiver().equals(telling.routed().id())
                        && row.way() == telling.way());
    }

    /** What was decided about telling people of an alert, oldest first. */
    public List<Notification> of(String alertId) {
        return byAlert.getOrDefault(alertId, Set.of()).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Notification::at))
                .toList();
    }

    public Optional<Notification> find(String id) {
        var mine = written.get(id);
        return Optional.ofNullable(mine != null ? mine : table.get(id));
    }

    /** Newest first. */
    public Stream<Notification> newestFirst() {
        return all().stream().sorted(Comparator.comparing(Notification::at).reversed());
    }

    /** Puts what was given up back in line; whoever reads the brand's alerts sends it. */
    public Notification resend(Notification row, Instant now, String by) {
        var again = new Notification(
                row.id(),
                row.alertId(),
                row.brand(),
                row.receiver(),
                row.channel(),
                row.event(),
                PENDING,
                "sent again by hand",
                row.attempts(),
                now,
                row.alert(),
                row.way(),
                row.cause(),
                now,
                null,
                row.round(),
                null,
                null,
                row.others());
        write(again, by);
        return again;
    }

    boolean knows(String id) {
        return find(id).isPresent();
    }

    boolean isPending(String id) {
        return find(id).filter(row -> row.outcome().equals(PENDING)).isPresent();
    }

    List<Notification> all() {
        return table.rows().keySet().stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether what was told before the start is known here. */
    public boolean ready() {
        return table.ready();
    }

    /** Whether everything up to this offset is known here. */
    boolean reached(long endOffset) {
        return table.ready() && table.applied().values().stream().allMatch(last -> last + 1 >= endOffset);
    }

    /** Returns once Kafka has it; what this instance asks from then on knows it. */
    void write(Notification row) {
        write(row, BY);
    }

    private void write(Notification row, String by) {
        var before = written.put(row.id(), row);
        try {
            writer.write(Topics.NOTIFICATIONS, row.id(), row, by);
        } catch (ComeBack e) {
            // it may have arrived nevertheless; until it is read back, it counts as not written
            if (before == null) {
                written.remove(row.id(), row);
            } else {
                written.replace(row.id(), row, before);
            }
            throw e;
        }
        index(row);
    }

    void forget(Notification row) {
        forget(List.of(row), BY);
    }

    /** Removes rows for good. */
    public void forget(List<Notification> rows, String by) {
        for (var row : rows) {
            written.remove(row.id());
            writer.write(Topics.NOTIFICATIONS, row.id(), null, by);
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
