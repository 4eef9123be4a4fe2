package vigie.alert.dashboard;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.ComeBack;
import vigie.model.MentionNote;
import vigie.store.MentionStore;
import vigie.store.RefusedRequest;
import vigie.store.StoreUnavailable;
import vigie.store.StoredMention;
import vigie.topic.Topics;

/**
 * Forgets notes about mentions that are gone: erased, deleted by their platform, no longer kept, of a brand that was removed. They are
 * not shown from the first moment, since a note is only ever shown with its mention.
 */
@Component
class NoteSweep {

    private static final Logger log = LoggerFactory.getLogger(NoteSweep.class);

    private static final int AT_ONCE = 1_000;
    private static final long EVERY_MINUTES = 60;

    /** A mention that is withdrawn and told again within this time finds its note. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final String BY = "vigie";

    private final MentionStore store;
    private final Setup setup;
    private final TopicWriter writer;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "note-sweep");
        thread.setDaemon(true);
        return thread;
    });

    NoteSweep(MentionStore store, Setup setup, TopicWriter writer, Clock clock) {
        this.store = store;
        this.setup = setup;
        this.writer = writer;
        this.clock = clock;
        worker.scheduleWithFixedDelay(this::sweep, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    /** Several instances may do it at once: what one has removed the other removes again. */
    void sweep() {
        if (!setup.ready()) {
            return;
        }
        var old = setup.notes().olderThan(clock.instant().minus(GRACE));
        try {
            for (int from = 0; from < old.size(); from += AT_ONCE) {
                forget(old.subList(from, Math.min(old.size(), from + AT_ONCE)));
            }
        } catch (StoreUnavailable | RefusedRequest | ComeBack e) {
            log.warn("notes of mentions that are gone stay another hour: {}", e.getMessage());
        }
    }

    private void forget(List<MentionNote> notes) {
        var there = store
                .mentionsById(notes.stream().map(MentionNote::mentionId).toList())
                .stream()
                .map(StoredMention::mentionId)
                .collect(Collectors.toSet());
        notes.stream()
                .filter(note -> note.saysNothing()
                        || !there.contains(note.mentionId())
                        || !setup.notes().isCurrent(note))
                .map(note -> writer.begin(Topics.MENTION_NOTES, note.mentionId(), null, BY))
                .toList()
                .forEach(writer::settle);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
