package vigie.alert.notify;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.Silence;

/** Whether a silence holds for an alert, now or at any other moment. */
public final class Silences {

    private Silences() {}

    /** Whether nobody is to be told of this alert at this moment. */
    public static boolean covers(Silence silence, Alert alert, Setup setup, Instant at) {
        return holds(silence, at) && isAbout(silence, alert, setup);
    }

    /** Whether it is about this alert, whenever it holds. */
    public static boolean isAbout(Silence silence, Alert alert, Setup setup) {
        return same(silence.brand(), alert.brand())
                && same(silence.rule(), alert.rule())
                && same(silence.metric(), alert.metric())
                && Matching.covers(silence.match(), alert, setup);
    }

    /** Whether it holds at a moment. */
    public static boolean holds(Silence silence, Instant at) {
        return !at.isBefore(silence.from())
                && at.isBefore(silence.until())
                && (silence.weekly() == null || holds(silence.weekly(), at));
    }

    private static boolean holds(Silence.Weekly weekly, Instant at) {
        try {
            var local = at.atZone(ZoneId.of(weekly.timeZone()));
            var from = LocalTime.parse(weekly.from());
            var until = LocalTime.parse(weekly.until());
            var time = local.toLocalTime();
            var overMidnight = until.isBefore(from);
            if (overMidnight && time.isBefore(until)) {
                return on(weekly, local.getDayOfWeek().minus(1));
            }
            return on(weekly, local.getDayOfWeek()) && !time.isBefore(from) && (overMidnight || time.isBefore(until));
        } catch (DateTimeException e) {
            // it was checked when it was set up; what cannot be understood must not mute anybody
            return false;
        }
    }

    private static boolean on(Silence.Weekly weekly, DayOfWeek day) {
        return weekly.days().isEmpty() || weekly.days().contains(day.name());
    }

    private static boolean same(@Nullable String wanted, String is) {
        return wanted == null || wanted.equals(is);
    }
}
