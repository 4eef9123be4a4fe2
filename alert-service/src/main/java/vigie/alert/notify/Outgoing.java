package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.alert.setup.Setup;
import vigie.door.ComeBack;
import vigie.model.Alert;
import vigie.model.Notification;
import vigie.model.Receiver;

/**
 * Sends what is pending, and tries again while that may help. Each receiver has one message under way at most and each message its own
 * pace, so that one receiver that hangs or fails delays no other.
 */
final class Outgoing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Outgoing.class);
    private static final int THREADS = 8;
    private static final Duration TURN = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Setup setup;
    private final Channels channels;
    private final NotifySettings settings;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(THREADS, task -> {
        var thread = new Thread(task, "notify");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Notification> waiting = new ConcurrentHashMap<>();
    private final Set<String> busyReceivers = ConcurrentHashMap.newKeySet();

    Outgoing(Ledger ledger, Setup setup, Channels channels, NotifySettings settings, Clock clock) {
        this.ledger = ledger;
        this.setup = setup;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
        workers.setRemoveOnCancelPolicy(true);
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Takes charge of a notification that is written down as pending; does nothing when it is in charge already. */
    void take(Notification pending) {
        if (waiting.putIfAbsent(pending.id(), pending) == null) {
            in(Duration.ZERO, pending.id());
        }
    }

    /** Another instance is in charge of everything from now on that this one is not told to take again. */
    void letGo() {
        waiting.clear();
    }

    private void in(Duration pause, String id) {
        try {
            workers.schedule(() -> run(id), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // shutting down: it stays pending and is taken up again
            log.debug("stopping");
        }
    }

    private void run(String id) {
        var pending = waiting.get(id);
        if (pending == null) {
            return;
        }
        if (!busyReceivers.add(pending.receiver())) {
            in(TURN, id);
            return;
        }
        try {
            attempt(pending);
        } catch (ComeBack e) {
            // Kafka did not take the outcome: better told twice than never
            in(LONGEST_PAUSE, id);
        } catch (RuntimeException e) {
            log.error("a notification through {} failed unexpectedly", pending.channel(), e);
            again(pending, new Delivery.Retry("an unexpected error", null));
        } finally {
            busyReceivers.remove(pending.receiver());
        }
    }

    private void attempt(Notification pending) {
        var receiver = setup.receiver(pending.receiver());
        if (receiver.isEmpty()) {
            end(pending, "rejected", "the receiver was deleted");
            return;
        }
        var quiet = QuietTime.end(setup, alertOf(pending), clock.instant());
        if (quiet.isPresent()) {
            // looked at again before they end: people may change them
            var left = Duration.between(clock.instant(), quiet.get());
            in(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN, pending.id());
            return;
        }
        if (waitedInQuiet(pending) && newerWaits(pending)) {
            end(pending, "superseded", "it went on in the quiet hours; the newest is told");
            return;
        }
        var delivery = send(pending, receiver.get());
        if (delivery instanceof Delivery.Sent) {
            end(pending, "sent", null);
        } else if (delivery instanceof Delivery.Rejected rejected) {
            end(pending, "rejected", rejected.reason());
        } else if (delivery instanceof Delivery.Retry retry) {
            again(pending, retry);
        } else {
            throw new AssertionError(delivery);
        }
    }

    private static Alert alertOf(Notification pending) {
        return Objects.requireNonNull(pending.alert(), "what is pending carries its alert");
    }

    private boolean waitedInQuiet(Notification pending) {
        var alert = alertOf(pending);
        return QuietTime.end(setup, alert, alert.decidedAt()).isPresent();
    }

    private boolean newerWaits(Notification pending) {
        return waiting.values().stream()
                .anyMatch(other -> other.alertId().equals(pending.alertId())
                        && other.receiver().equals(pending.receiver())
                        && alertOf(other).revision() > alertOf(pending).revision());
    }

    private Delivery send(Notification pending, Receiver receiver) {
        var notifier = channels.find(receiver.channel());
        if (notifier.isEmpty()) {
            return new Delivery.Rejected("there is no channel " + receiver.channel());
        }
        var message = Message.of(pending.id(), alertOf(pending), receiver, settings.dashboard());
        return notifier.get().send(message, receiver.settings());
    }

    private void again(Notification pending, Delivery.Retry retry) {
        var decided = Objects.requireNonNull(pending.alert(), "pending").decidedAt();
        if (clock.instant().isAfter(decided.plus(settings.giveUpAfter()))) {
            end(pending, "rejected", "gave up after " + (pending.attempts() + 1) + " tries: " + retry.reason());
            return;
        }
        var next = outcome(pending, Ledger.PENDING, retry.reason(), pending.alert());
        if (waiting.replace(pending.id(), next) != null) {
            ledger.write(next);
            in(pause(next.attempts(), retry), pending.id());
        }
    }

    /** Doubles, with up to half of it at random, so that many that failed together do not come back together. */
    private static Duration pause(int attempts, Delivery.Retry retry) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, 10));
        var asked = retry.after();
        var base = asked != null && asked.compareTo(doubled) > 0 ? asked : doubled;
        var bounded = base.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : base;
        return bounded.plusMillis(ThreadLocalRandom.current().nextLong(bounded.toMillis() / 2 + 1));
    }

    private void end(Notification pending, String outcome, @Nullable String reason) {
        ledger.write(outcome(pending, outcome, reason, null));
        waiting.remove(pending.id());
    }

    private Notification outcome(Notification n, String outcome, @Nullable String reason, @Nullable Alert alert) {
        return new Notification(
                n.id(),
                n.alertId(),
                n.brand(),
                n.receiver(),
                n.channel(),
                n.event(),
                outcome,
                reason,
                n.attempts() + 1,
                clock.instant(),
                alert);
    }

    @Override
    public void close() {
        workers.shutdown();
        try {
            // what is under way may end, so that it is not told twice
            workers.awaitTermination(settings.timeout().toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
