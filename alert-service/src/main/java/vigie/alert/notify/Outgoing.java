package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.door.ComeBack;
import vigie.model.Alert;
import vigie.model.Notification;

/**
 * Sends what the ledger says is pending when it is due, and tries again while that may help. Each receiver has one message under way at
 * most and each message its own pace, so that one receiver that hangs or fails delays no other.
 */
final class Outgoing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Outgoing.class);
    private static final Duration TURN = Duration.ofMillis(200);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration AFTER_KAFKA_WAS_AWAY = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Gate gate;
    private final Composer composer;
    private final Repeats repeats;
    private final NotifySettings settings;
    private final Clock clock;
    private final Lanes lanes = new Lanes();
    private final Map<String, Notification> waiting = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile Predicate<String> inCharge = brand -> false;

    Outgoing(Ledger ledger, Gate gate, Composer composer, Repeats repeats, NotifySettings settings, Clock clock) {
        this.ledger = ledger;
        this.gate = gate;
        this.composer = composer;
        this.repeats = repeats;
        this.settings = settings;
        this.clock = clock;
        ledger.onRow(this::heard);
    }

    /** From now on this instance sends for these brands. */
    void takeCharge(Predicate<String> brands) {
        inCharge = brands;
        ledger.all().forEach(this::heard);
    }

    /** Another instance is in charge of everything from now on. */
    void letGo() {
        inCharge = brand -> false;
        waiting.clear();
    }

    private void heard(Notification row) {
        // a row can be read back after it was overtaken
        if (row.outcome().equals(Ledger.PENDING)
                && inCharge.test(row.brand())
                && ledger.isPending(row.id())
                && waiting.putIfAbsent(row.id(), row) == null) {
            schedule(row);
        }
    }

    private void schedule(Notification row) {
        var due = row.due();
        var left = due == null ? Duration.ZERO : Duration.between(clock.instant(), due);
        in(left, row);
    }

    private void in(Duration pause, Notification row) {
        // looked at again before: people may change what it waits for
        lanes.in(pause.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : pause, place(row), () -> run(row.id()));
    }

    private static String place(Notification row) {
        return row.receiver() + " " + row.way();
    }

    private void run(String id) {
        var row = waiting.get(id);
        if (row == null) {
            return;
        }
        if (!ledger.isPending(id)) {
            waiting.remove(id);
            return;
        }
        if (row.due() != null && row.due().isAfter(clock.instant())) {
            schedule(row);
            return;
        }
        if (!busy.add(place(row))) {
            in(TURN, row);
            return;
        }
        try {
            attempt(row);
        } catch (ComeBack e) {
            // Kafka did not take the outcome: better told twice than never
            in(AFTER_KAFKA_WAS_AWAY, row);
        } catch (RuntimeException e) {
            log.error("a notification through {} failed unexpectedly", row.channel(), e);
            again(row, new Delivery.Retry(Delivery.Trouble.BROKEN, "an unexpected error", null));
        } finally {
            busy.remove(place(row));
        }
    }

    private void attempt(Notification row) {
        var verdict = gate.judge(row);
        if (verdict instanceof Gate.Verdict.No no) {
            end(row.become(no.outcome(), no.reason(), clock.instant(), null));
        } else if (verdict instanceof Gate.Verdict.Wait wait) {
            in(Duration.between(clock.instant(), wait.until()), row);
        } else if (verdict instanceof Gate.Verdict.Go go) {
            send(row, go);
        } else {
            throw new AssertionError(verdict);
        }
    }

    private void send(Notification row, Gate.Verdict.Go go) {
        var rows = gathered(row);
        var delivery = composer.send(rows, go);
        lanes.tried(place(row), delivery);
        if (delivery instanceof Delivery.Sent sent) {
            for (var one : rows) {
                repeats.prepare(one);
                var gatheredIn = one.id().equals(row.id()) ? null : row.id();
                end(one.tried(sent.receipt(), gatheredIn).become(Ledger.SENT, null, clock.instant(), null));
            }
        } else if (delivery instanceof Delivery.Rejected rejected) {
            // kept with its alert, so that it can be sent again once what is wrong is mended
            rows.forEach(one -> end(
                    one.tried(null, null).become("rejected", rejected.reason(), clock.instant(), one.alert())));
        } else if (delivery instanceof Delivery.Retry retry) {
            again(row, retry);
        } else {
            throw new AssertionError(delivery);
        }
    }

    /** The row and what else waits for the same receiver about the same brand, though it may have been due a little later. */
    private List<Notification> gathered(Notification row) {
        var rows = new ArrayList<Notification>();
        rows.add(row);
        if (!Rows.isQuestion(row)) {
            waiting.values().stream()
                    .filter(other -> !other.id().equals(row.id()) && isGatheredWith(row, other))
                    .sorted(Comparator.comparing(other -> alert(other).revision()))
                    .forEach(rows::add);
        }
        return rows;
    }

    private boolean isGatheredWith(Notification row, Notification other) {
        return other.brand().equals(row.brand())
                && place(other).equals(place(row))
                && !Rows.isQuestion(other)
                && !Rows.isUnlessCaredFor(other)
                && other.attempts() == 0
                && !isBefore(clock.instant(), other.due())
                && ledger.isPending(other.id())
                && gate.judge(other) instanceof Gate.Verdict.Go;
    }

    private static boolean isBefore(Instant now, @Nullable Instant due) {
        return due != null && now.isBefore(due);
    }

    private static Alert alert(Notification row) {
        return Objects.requireNonNull(row.alert(), "what is pending carries its alert");
    }

    private void again(Notification row, Delivery.Retry retry) {
        var now = clock.instant();
        var tried = row.tried(null, null);
        var since = row.since() != null ? row.since() : alert(row).decidedAt();
        if (now.isAfter(since.plus(settings.giveUpAfter()))) {
            var reason = "gave up after " + tried.attempts() + " tries: " + retry.reason();
            end(tried.become("rejected", reason, now, row.alert()));
            return;
        }
        var next = tried.become(Ledger.PENDING, retry.reason(), now, row.alert())
                .notBefore(now.plus(Pace.pause(retry, tried.attempts())));
        if (waiting.replace(row.id(), next) != null) {
            ledger.write(next);
            schedule(next);
        }
    }

    private void end(Notification row) {
        ledger.write(row);
        waiting.remove(row.id());
    }

    @Override
    public void close() {
        lanes.close(settings.timeout().plusSeconds(1));
    }
}
