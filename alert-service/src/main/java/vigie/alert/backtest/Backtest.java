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
import vigie.alert.spike.Reading;
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

    /** After so many empty buckets what was learnt is forgotten, as it is live. */
    private static final long LONGEST_GAP = 35L * FiveMinutes.PER_DAY;

    private final AlertRule rule;
    private final ZoneId zone;
    private final Recording recording;
    private final AlarmBudget budget;
    private final Drawing drawing;
    private final List<Draft> found = new ArrayList<>();
    private @Nullable SpikeDetector detector;
    private long lastCounted;

    private Backtest(AlertRule rule, ZoneId zone, Recording recording, Drawing drawing) {
        this.rule = rule;
        this.zone = zone;
        this.recording = recording;
        this.drawing = drawing;
        budget = new AlarmBudget(Math.max(rule.budgetDays(), SMALLEST_BUDGET_DAYS), Math.max(1, rule.minCount()), true);
    }

    /**
     * What the rule would have told.
     *
     * @param zone the clock of the brand's public
     * @param recording should begin no earlier than the brand was heard
     * @param from first bucket that counts; what was recorded before only teaches
     */
    public static Outcome run(AlertRule rule, ZoneId zone, Recording recording, long from, Pace pace) {
        var drawing = new Drawing(pace, from, recording.end() - 1);
        var backtest = new Backtest(rule, zone, recording, drawing);
        var window = pace.window();
        if (PlainRule.is(rule)) {
            var plain = new PlainRule(rule);
            backtest.plain(plain);
            window = plain.span().wire();
        } else {
            backtest.spikes();
        }
        var incidents = backtest.found.stream()
                .filter(draft -> draft.opened >= from)
                .map(Draft::incident)
                .toList();
        return new Outcome(incidents, window, drawing.points());
    }

    /** Nothing before the first mention, and nothing after weeks without any: silence before a brand is followed teaches nothing. */
    private @Nullable Reading read(long bucket) {
        var count = count(bucket);
        if (count > 0) {
            if (detector == null || bucket - lastCounted > LONGEST_GAP) {
                detector = new SpikeDetector(Seasonality.ADAPTIVE, zone);
            }
            lastCounted = bucket;
        }
        return detector == null || bucket - lastCounted > LONGEST_GAP
                ? null
                : detector.step(FiveMinutes.start(bucket), count);
    }

    private long count(long bucket) {
        return recording.between(rule.metric(), bucket, bucket + 1);
    }

    private Judgement judge(Reading reading) {
        return reading.judgeCautiously(Math.max(1, rule.minCount()));
    }

    private void spikes() {
        var machine = new IncidentMachine();
        @Nullable Draft current = null;
        for (var bucket = recording.first(); bucket < recording.end(); bucket++) {
            var reading = read(bucket);
            if (reading == null) {
                continue;
            }
            drawing.spike(bucket, reading);
            var judgement = judge(reading);
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
                if (event != null && event != Alert.Event.REOPEN) {
                    current.told.add(bucket);
                }
                current.show(judgement, rule);
            }
        }
    }

    private void plain(PlainRule plain) {
        @Nullable Draft current = null;
        // what is counted here may be rare, and its absence before is known as well as its presence
        var witness = new SpikeDetector(Seasonality.ADAPTIVE, zone);
        var lastTold = Long.MIN_VALUE / 2;
        var span = plain.span().buckets();
        var shown = plain.metrics().get(plain.metrics().size() - 1);
        for (var bucket = recording.first(); bucket < recording.end(); bucket++) {
            var reading = witness.step(FiveMinutes.start(bucket), count(bucket));
            var finding = plain.at(bucket, recording);
            drawing.plain(bucket, recording.between(shown, bucket + 1 - span, bucket + 1), finding, plain.ofSilence());
            if (finding.met()) {
                if (current == null || (current.resolved != Draft.OPEN && bucket - lastTold > FiveMinutes.PER_DAY)) {
                    current = new Draft(bucket);
                    found.add(current);
                }
                if (current.told.isEmpty() || bucket - lastTold > FiveMinutes.PER_DAY) {
                    current.told.add(bucket);
                    lastTold = bucket;
                }
                current.resolved = Draft.OPEN;
                current.last = bucket;
                current.ordinary &= judge(reading).z() < Math.log(budget.days());
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
        final List<Long> told = new ArrayList<>();
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
                    told.size(),
                    told.stream().map(FiveMinutes::end).toList(),
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
