package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final Turns turns;
    private final Map<String, Notification> waiting = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile Predicate<String> inCharge = brand -> false;

    Outgoing(
            Ledger ledger,
            Gate gate,
            Composer composer,
            Repeats repeats,
            NotifySettings settings,
            Turns turns,
            Clock clock) {
        this.ledger = ledger;
        this.gate = gate;
        this.composer = composer;
        this.repeats = repeats;
        this.settings = settings;
        this.turns = turns;
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
        turns.in(pause.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : pause, place(row), () -> run(row.id()));
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
            var retry = new Delivery.Retry(Delivery.Trouble.BROKEN, "an unexpected error", null);
            again(row, retry, clock.instant().plus(Pace.pause(retry, row.attempts() + 1)));
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

    private void send(Notification due, Gate.Verdict.Go go) {
        var rows = gathered(due);
        var leader = rows.get(0);
        var delivery = composer.send(rows, go);
        turns.tried(place(due), delivery);
        if (delivery instanceof Delivery.Sent sent) {
            for (var row : rows) {
                repeats.prepare(row);
                var gatheredIn = row.id().equals(leader.id()) ? null : leader.id();
                end(row.tried(sent.receipt(), gatheredIn).become(Ledger.SENT, null, clock.instant(), null));
            }
        } else if (delivery instanceof Delivery.Rejected rejected) {
            // kept with its alert, so that it can be sent again once what is wrong is mended
            rows.forEach(row ->
                    end(row.tried(null, null).become("rejected", rejected.reason(), clock.instant(), row.alert())));
        } else if (delivery instanceof Delivery.Retry retry) {
            var next = clock.instant().plus(Pace.pause(retry, leader.attempts() + 1));
            rows.forEach(row -> again(row, retry, next));
        } else {
            throw new AssertionError(delivery);
        }
    }

    /**
     * What is due for the same receiver about the same brand, in an order that a restart does not change: the first gives the message its
     * id, by which a receiver knows a repetition.
     */
    private List<Notification> gathered(Notification due) {
        return Stream.concat(Stream.of(due), waiting.values().stream().filter(other -> isGatheredWith(due, other)))
                .sorted(Comparator.comparing(Outgoing::since).thenComparing(Notification::id))
                .toList();
    }

    private boolean isGatheredWith(Notification row, Notification other) {
        return !other.id().equals(row.id())
                && other.brand().equals(row.brand())
                && place(other).equals(place(row))
                && isNews(row)
                && isNews(other)
                && !isBefore(clock.instant(), other.due())
                && ledger.isPending(other.id())
                && gate.judge(other) instanceof Gate.Verdict.Go;
    }

    private static boolean isNews(Notification row) {
        return !Rows.isQuestion(row) && !Rows.isUnlessCaredFor(row);
    }

    private static Instant since(Notification row) {
        var since = row.since();
        return since != null ? since : alert(row).decidedAt();
    }

    private static boolean isBefore(Instant now, @Nullable Instant due) {
        return due != null && now.isBefore(due);
    }

    private static Alert alert(Notification row) {
        return Objects.requireNonNull(row.alert(), "what is pending carries its alert");
    }

    private void again(Notification row, Delivery.Retry retry, Instant next) {
        var now = clock.instant();
        var tried = row.tried(null, null);
        if (now.isAfter(since(row).plus(settings.giveUpAfter()))) {
            var reason = "gave up after " + tried.attempts() + " tries: " + retry.reason();
            end(tried.become("rejected", reason, now, row.alert()));
            return;
        }
        var later =
                tried.become(Ledger.PENDING, retry.reason(), now, row.alert()).notBefore(next);
        if (waiting.replace(row.id(), later) != null) {
            ledger.write(later);
            schedule(later);
        }
    }

    private void end(Notification row) {
        ledger.write(row);
        waiting.remove(row.id());
    }

    @Override
    public void close() {
        turns.close(settings.timeout().plusSeconds(1));
    }
}
