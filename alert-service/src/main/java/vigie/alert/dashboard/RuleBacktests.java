package vigie.alert.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.backtest.Backtest;
import vigie.alert.backtest.Incident;
import vigie.alert.backtest.Pace;
import vigie.alert.backtest.Point;
import vigie.alert.plain.Kind;
import vigie.alert.setup.Setup;
import vigie.alert.spike.FiveMinutes;
import vigie.door.InvalidField;
import vigie.model.AlertRule;

/** Has a rule judged over stored history as it would have been, and says how far that can be trusted. */
@Component
class RuleBacktests {

    private static final int LONGEST_DAYS = 90;
    private static final double DAYS_OF_A_WEEK = 7;
    private static final double SECONDS_OF_A_DAY = 86_400;

    /** Up to a month the line has a point an hour, beyond one every three, so that it can be drawn and sent. */
    private static final Duration A_MONTH = Duration.ofDays(32);

    private static final Pace HOURLY = new Pace(12, "1h");
    private static final Pace THREE_HOURLY = new Pace(36, "3h");

    private final Setup setup;
    private final RuleCounts counts;
    private final Clock clock;

    RuleBacktests(Setup setup, RuleCounts counts, Clock clock) {
        this.setup = setup;
        this.counts = counts;
        this.clock = clock;
    }

    /** @param days up to {@code to}, which is now where it is absent; {@code from} instead of {@code days} */
    record Question(
            @Nullable RuleForm rule,
            @Nullable Integer days,
            @Nullable String from,
            @Nullable String to) {}

    /** @param perWeekRange how often it may really be, at 95 % confidence */
    record Answer(
            Instant from,
            Instant to,
            List<Incident> alerts,
            int told,
            double perWeek,
            RateRange perWeekRange,
            FalseAlarms falseAlarms,
            Sample sample,
            String window,
            List<Point> line) {}

    /**
     * How many of those told were probably about nothing.
     *
     * @param note how that was estimated, one sentence a language
     */
    record FalseAlarms(double expected, Map<String, String> note) {}

    /**
     * What the answer rests on.
     *
     * @param counted mentions the rule counted in the period
     * @param heardSince first hour with a mention of the brand, of the period and the weeks before it; absent when there is none
     * @param daysHeard of the period, since then
     * @param daysLearnt of the weeks before the period, since then
     * @param gaps when nothing was heard though much was to be expected; the rule took it for silence
     */
    record Sample(
            long counted, @Nullable Instant heardSince, double daysHeard, double daysLearnt, List<Heard.Gap> gaps) {}

    private record Period(Instant from, Instant to) {}

    Answer answer(Question question) {
        var form = question.rule();
        if (form == null) {
            throw new InvalidField("rule", "is required");
        }
        var period = period(question);
        var named = form.name() == null || form.name().isBlank() ? form.named("backtest") : form;
        var rule = named.checked("backtest", setup, 1);
        if (Kind.of(rule.kind()).equals(Optional.of(Kind.NEW_TERM))) {
            throw new InvalidField("rule.kind", "new-term cannot be tried on history, of which only counts are asked");
        }
        var lessons = period.from().minus(RuleCounts.LESSONS);
        var heard = counts.heard(rule, lessons, period.to());
        var begin = heard.since().orElse(period.from());
        var recording = counts.recording(rule, begin.isBefore(lessons) ? lessons : begin, period.to());
        var from = FiveMinutes.of(period.from());
        var isLong = Duration.between(period.from(), period.to()).compareTo(A_MONTH) > 0;
        var outcome = Backtest.run(rule, counts.zone(rule.brand()), recording, from, isLong ? THREE_HOURLY : HOURLY);
        var sample = sample(heard, period, recording.between(rule.metric(), from, Long.MAX_VALUE));
        var told = outcome.incidents().stream().mapToInt(Incident::told).sum();
        var weeks = Math.max(1, sample.daysHeard()) / DAYS_OF_A_WEEK;
        return new Answer(
                period.from(),
                period.to(),
                outcome.incidents(),
                told,
                told / weeks,
                RateRange.of(told, 1 / weeks),
                falseAlarms(rule, outcome.incidents(), told, sample.daysHeard()),
                sample,
                outcome.window(),
                outcome.line());
    }

    private Period period(Question question) {
        var now = clock.instant();
        var asked = question.to() == null ? now : FilterParams.instant("to", question.to());
        var to = asked.isAfter(now) ? now : asked;
        if (question.from() == null) {
            var days = question.days() == null
                    ? LONGEST_DAYS
                    : (int) Fields.between("days", question.days(), 1, LONGEST_DAYS);
            return new Period(to.minus(Duration.ofDays(days)), to);
        }
        var from = FilterParams.instant("from", question.from());
        if (!from.isBefore(to)) {
            throw new InvalidField("to", "must be later than from, and from in the past");
        }
        if (from.plus(Duration.ofDays(LONGEST_DAYS)).isBefore(to)) {
            throw new InvalidField("from", "must not be more than " + LONGEST_DAYS + " days before to");
        }
        return new Period(from, to);
    }

    private static Sample sample(Heard heard, Period period, long counted) {
        var since = heard.since().orElse(null);
        if (since == null) {
            return new Sample(counted, null, 0, 0, List.of());
        }
        var learnt = days(since, period.from());
        var begin = since.isAfter(period.from()) ? since : period.from();
        return new Sample(
                counted, since, days(begin, period.to()), Math.max(0, learnt), heard.gapsAfter(period.from()));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_OF_A_DAY;
    }

    /** A budget is a promise about chance; a plain rule makes none, so the detector says which of its alarms were ordinary. */
    private static FalseAlarms falseAlarms(AlertRule rule, List<Incident> alerts, int told, double days) {
        var kind = Kind.of(rule.kind());
        if (kind.isEmpty() || kind.get() == Kind.NEGATIVE_SHARE || kind.get() == Kind.QUIET) {
            return new FalseAlarms(
                    Math.min(told, days / Math.max(1, rule.budgetDays())),
                    Map.of(
                            "en", "at most one in budgetDays by chance, or as many as were told where that is fewer",
                            "fr", "au plus une par budgetDays par hasard, ou autant qu’annoncées si c’est moins"));
        }
        var ordinary = alerts.stream()
                .filter(Incident::ordinary)
                .mapToInt(Incident::told)
                .sum();
        return new FalseAlarms(
                ordinary,
                Map.of(
                        "en", "those at a level this brand reaches more often than once in budgetDays",
                        "fr", "celles à un niveau que cette marque atteint plus d’une fois par budgetDays"));
    }
}
