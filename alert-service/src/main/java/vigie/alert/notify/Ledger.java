package vigie.alert.notify;

import java.util.Comparator;
import java.util.List;
import vigie.alert.setup.TopicWriter;
import vigie.model.Notification;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/** Who was told what, or why not. Every instance knows all of it, so that any can go on where another stopped. */
public final class Ledger implements AutoCloseable {

    static final String PENDING = "pending";
    private static final String BY = "vigie";

    private final TopicTable<Notification> table;
    private final TopicWriter writer;

    Ledger(TopicTable<Notification> table, TopicWriter writer) {
        this.table = table;
        this.writer = writer;
    }

    /** What was decided about telling people of an alert, oldest first. */
    public List<Notification> of(String alertId) {
        return table.rows().values().stream()
                .filter(n -> n.alertId().equals(alertId))
                .sorted(Comparator.comparing(Notification::at))
                .toList();
    }

    boolean knows(String id) {
        return table.get(id) != null;
    }

    List<Notification> all() {
        return List.copyOf(table.rows().values());
    }

    /** Whether everything up to this offset is known here. */
    boolean reached(long endOffset) {
        return table.ready() && table.applied().values().stream().allMatch(last -> last + 1 >= endOffset);
    }

    void write(Notification notification) {
        writer.write(Topics.NOTIFICATIONS, notification.id(), notification, BY);
    }

    void forget(Notification notification) {
        writer.write(Topics.NOTIFICATIONS, notification.id(), null, BY);
    }

    @Override
    public void close() {
        table.close();
    }
}
