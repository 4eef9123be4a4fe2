package vigie.alert.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import vigie.alert.spike.AlarmBudget;
import vigie.model.Alert;
import vigie.model.AlertRule;

/** One walk of a {@link Watch} over buckets, under the rules of the moment; gathers what each rule saw. */
final class Pass {

    private static final double SMALLEST_BUDGET_DAYS = 1.01;

    private final List<AlertRule> rules;
    private final Map<String, List<Episode>> episodes = new HashMap<>();
    private final LongPredicate isUnknown;
    private final boolean closed;
    private Watch watch;
    private long restartedAt = -1;

    /**
     * @param isUnknown buckets in which silence means nothing
     * @param closed whether the buckets are complete; an open one may look calm only because it is young
     */
    Pass(Watch watch, List<AlertRule> rules, LongPredicate isUnknown, boolean closed) {
        this.watch = watch;
        this.rules = rules;
        this.isUnknown = isUnknown;
        this.closed = closed;
        for (var rule : rules) {
            var seen = new ArrayList<Episode>();
            var machine = watch.machines().get(rule.id());
            if (machine != null && machine.open()) {
                seen.add(Episode.goingOn(machine));
            }
            episodes.put(rule.id(), seen);
        }
    }

    Watch watch() {
        return watch;
    }

    List<Episode> episodes(AlertRule rule) {
        return episodes.getOrDefault(rule.id(), List.of());
    }

    /** A new detector from the next count on. */
    void restart(long bucket) {
        watch = Watch.from(bucket, watch.zone());
        restartedAt = bucket;
    }

    /** The bucket of the last new detector; −1 before any. */
    long restartedAt() {
        return restartedAt;
    }

    void step(long count) {
        var bucket = watch.next();
        var isHeard = !isUnknown.test(bucket);
        var reading = isHeard ? watch.step(count) : watch.stepUnheard(count);
        for (var rule : rules) {
            var machine = watch.machine(rule.id());
            var judgement = reading.judgeCautiously(Math.max(1, rule.minCount()));
            // silence while nobody listens does not end an incident
            var event = isHeard || judgement.z() >= budget(rule).threshold()
                    ? machine.step(bucket, judgement, budget(rule))
                    : null;
            var seen = episodes.computeIfAbsent(rule.id(), id -> new ArrayList<>());
            if (event == Alert.Event.RESOLVE) {
                if (closed && !seen.isEmpty()) {
                    seen.get(seen.size() - 1).resolves(bucket);
                }
            } else if (machine.lastCrossing() == bucket) {
                if (event == Alert.Event.OPEN) {
                    seen.add(Episode.opening(bucket));
                } else if (seen.isEmpty()) {
                    seen.add(Episode.goingOn(machine));
                }
                seen.get(seen.size() - 1).crosses(bucket, judgement, event);
            }
        }
    }

    private static AlarmBudget budget(AlertRule rule) {
        return new AlarmBudget(Math.max(rule.budgetDays(), SMALLEST_BUDGET_DAYS), Math.max(1, rule.minCount()), true);
    }
}
