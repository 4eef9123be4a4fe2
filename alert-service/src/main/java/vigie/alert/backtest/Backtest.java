package vigie.alert.backtest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.alert.plain.Finding;
import vigie.alert.plain.PlainRule;
import vigie.alert.spike.AlarmBudget;
import vigie.alert.spike.FiveMinutes;
import vigie.alert.spike.IncidentMachine;
import vigie.alert.spike.Judgement;
import vigie.alert.spike.Seasonality;
import vigie.alert.spike.Severity;
import vigie.alert.spike.SpikeDetector;
import vigie.alert.spike.Summary;
import vigie.model.Alert;
import vigie.model.AlertRule;

/** One rule over one recording, bucket by bucket as they would have closed. */
public final class Backtest {

    private static final double SMALLEST_BUDGET_DAYS = 1.01;
    private static final int CALM = 12;

    private final AlertRule rule;
    private final Recording recording;
    private final SpikeDetector detector;
    private final AlarmBudget budget;
    private final List<Draft> found = new ArrayList<>();

    private Backtest(AlertRule rule, ZoneId zone, Recording recording) {
        this.rule = rule;
        this.recording = recording;
        detector = new SpikeDetector(Seasonality.ADAPTIVE, zone);
        budget = new AlarmBudget(Math.max(rule.budgetDays(), SMALLEST_BUDGET_DAYS), Math.max(1, rule.minCount()), true);
    }

    /**
     * What the rule would have told.
     *
     * @param zone the clock of the brand's public
     * @param from first bucket that counts; what was recorded before only teaches
     */
    public static List<Incident> run(AlertRule rule, ZoneId zone, Recording recording, long from) {
        var backtest = new Backtest(rule, zone, recording);
        if (PlainRule.is(rule)) {
            backtest.plain(new PlainRule(rule));
        } else {
            backtest.spikes();
        }
        return backtest.found.stream()
                .filter(draft -> draft.opened >= from)
                .map(Draft::incident)
                .toList();
    }

    private Judgement judge(long bucket) {
        var count = recording.between(rule.metric(), bucket, bucket + 1);
        return detector.step(FiveMinutes.start(bucket), count).judgeCautiously(Math.max(1, rule.minCount()));
    }

    private void spikes() {
        var machine = new IncidentMachine();
        @Nullable Draft current = null;
        for (var bucket = recording.first(); bucket < recording.end(); bucket++) {
            var judgement = judge(bucket);
            var event = machine.step(bucket, judgement, budget);
            if (event == Alert.Event.OPEN) {
                current = new Draft(bucket);
                found.add(current);
            }
            if (current == null) {
                continue;
            }
            if (event == Alert.Event.RESOLVE) {
                current.resolved = bucket;
            } else if (machine.lastCrossing() == bucket) {
                current.resolved = Draft.OPEN;
                current.last = bucket;
                current.ordinary = false;
                current.told += event == null || event == Alert.Event.REOPEN ? 0 : 1;
                current.show(judgement, rule);
            }
        }
    }

    private void plain(PlainRule plain) {
        @Nullable Draft current = null;
        var lastTold = Long.MIN_VALUE / 2;
        for (var bucket = recording.first(); bucket < recording.end(); bucket++) {
            var judgement = judge(bucket);
            var finding = plain.at(bucket, recording);
            if (finding.met()) {
                if (current == null || (current.resolved != Draft.OPEN && bucket - lastTold > FiveMinutes.PER_DAY)) {
                    current = new Draft(bucket);
                    found.add(current);
                }
                if (current.told == 0 || bucket - lastTold > FiveMinutes.PER_DAY) {
                    current.told++;
                    lastTold = bucket;
                }
                current.resolved = Draft.OPEN;
                current.last = bucket;
                current.ordinary &= judgement.z() < Math.log(budget.days());
                current.show(finding, plain);
            } else if (current != null && current.resolved == Draft.OPEN && bucket - current.last >= CALM) {
                current.resolved = current.last;
            }
        }
    }

    /** An incident while the walk is still in it; shows the strongest it has seen. */
    private static final class Draft {

        static final long OPEN = -1;

        final long opened;
        long last;
        long resolved = OPEN;
        int told;
        boolean ordinary = true;
        double strength = Double.NEGATIVE_INFINITY;
        int severity;
        long observed;
        double expected;
        double sd;
        String window = "";
        double days;
        long silentBelow;
        Map<String, String> summary = Map.of();

        Draft(long opened) {
            this.opened = opened;
        }

        void show(Judgement j, AlertRule rule) {
            if (j.z() <= strength) {
                return;
            }
            strength = j.z();
            severity = Severity.of(j, rule);
            observed = j.window().seen();
            expected = j.window().expected();
            sd = j.window().sd();
            window = j.window().window().wire();
            days = j.returnPeriodDays();
            silentBelow = j.window().silentBelow(rule.budgetDays(), rule.minCount());
            summary = Summary.of(j, rule.metric());
        }

        void show(Finding finding, PlainRule plain) {
            if (finding.observed() <= strength) {
                return;
            }
            strength = finding.observed();
            severity = finding.severity();
            observed = finding.observed();
            expected = finding.expected();
            sd = finding.sd();
            window = plain.span().wire();
            days = finding.returnPeriodDays();
            silentBelow = finding.silentBelow();
            summary = finding.summaries();
        }

        Incident incident() {
            return new Incident(
                    FiveMinutes.start(opened),
                    FiveMinutes.start(last),
                    resolved == OPEN ? null : FiveMinutes.end(resolved),
                    told,
                    severity,
                    observed,
                    expected,
                    sd,
                    window,
                    days,
                    silentBelow,
                    ordinary,
                    summary);
        }
    }
}
