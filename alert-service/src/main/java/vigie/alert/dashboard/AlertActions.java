package vigie.alert.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.live.Watch;
import vigie.alert.setup.TopicWriter;
import vigie.door.NotThere;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.PostId;
import vigie.topic.Topics;

/** What people do about alerts: written down, then waited for until the alert shows it. */
@Component
class AlertActions {

    private static final Set<String> VERBS = Set.of("ack", "assign", "comment", "resolve", "reopen");
    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TopicWriter writer;
    private final Watch watch;
    private final Clock clock;

    AlertActions(TopicWriter writer, Watch watch, Clock clock) {
        this.writer = writer;
        this.watch = watch;
        this.clock = clock;
    }

    record Form(@Nullable String comment, @Nullable String to) {}

    /** An action that makes sense in itself. */
    record Checked(
            String verb, @Nullable String comment, @Nullable String to) {}

    static Checked checked(String verb, @Nullable Form form) {
        if (!VERBS.contains(verb)) {
            throw new NotThere("no such action; there are ack, assign, comment, resolve and reopen");
        }
        var given = form == null ? new Form(null, null) : form;
        var comment = verb.equals("comment")
                ? Fields.text("comment", given.comment(), LONGEST_COMMENT)
                : Fields.optional("comment", given.comment(), LONGEST_COMMENT);
        var to = verb.equals("assign")
                ? Fields.text("to", given.to(), LONGEST_NAME)
                : Fields.optional("to", given.to(), LONGEST_NAME);
        return new Checked(verb, comment, to);
    }

    /**
     * Writes the action down and waits until the alert shows it.
     *
     * @param key makes a repeated request the same action
     */
    Optional<Alert> take(Alert alert, Checked action, @Nullable String key, String by) throws InterruptedException {
        var id = key == null || key.isBlank() ? UUID.randomUUID().toString() : id(alert, action, key, by);
        var known = watch.recentAlert(alert.id()).orElse(alert);
        if (shows(known, id)) {
            return Optional.of(known);
        }
        var record = new AlertAction(
                id, alert.id(), alert.brand(), action.verb(), by, clock.instant(), action.comment(), action.to());
        try (var updated = watch.expect(Alert.class, a -> a.id().equals(alert.id()) && shows(a, id))) {
            writer.write(Topics.ALERT_ACTIONS, alert.brand(), record, by);
            return updated.await(PATIENCE);
        }
    }

    /** Whether this very action, by its key, was taken before. */
    boolean taken(Alert alert, Checked action, String key, String by) {
        var known = watch.recentAlert(alert.id()).orElse(alert);
        return shows(known, id(alert, action, key, by));
    }

    private static String id(Alert alert, Checked action, String key, String by) {
        return PostId.hash(alert.id() + "\n" + action.verb() + "\n" + by + "\n" + key)
                .substring(0, 32);
    }

    private static boolean shows(Alert alert, String action) {
        return alert.people().actions().stream().anyMatch(a -> a.id().equals(action));
    }
}
