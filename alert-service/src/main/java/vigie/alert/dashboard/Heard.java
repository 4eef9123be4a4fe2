package vigie.alert.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was heard of a brand, hour by hour: since when, and where there was silence at hours that are not silent. Nobody wrote down for
 * months which source was up, so this is read off the mentions themselves.
 *
 * @param start of the first hour
 */
record Heard(Instant start, long[] hours) {

    private static final int DAY = 24;

    /** So many mentions do not fail to come by chance. */
    private static final double TOO_MANY_TO_MISS = 20;

    /**
     * A time without any mention where some were to be expected.
     *
     * @param expected how many come at these hours of other days
     */
    record Gap(Instant from, Instant to, long expected) {}

    /** The hour of the first mention. */
    Optional<Instant> since() {
        var first = first();
        return first == hours.length ? Optional.empty() : Optional.of(at(first));
    }

    private int first() {
        int hour = 0;
        while (hour < hours.length && hours[hour] == 0) {
            hour++;
        }
        return hour;
    }

    /** The gaps that reach beyond a moment, oldest first. */
    List<Gap> gapsAfter(Instant from) {
        var usual = usual();
        var gaps = new ArrayList<Gap>();
        double missed = 0;
        int begin = 0;
        for (int hour = first(); hour <= hours.length; hour++) {
            if (hour < hours.length && hours[hour] == 0) {
                begin = missed == 0 ? hour : begin;
                missed += usual[hour % DAY];
                continue;
            }
            if (missed >= TOO_MANY_TO_MISS && at(hour).isAfter(from)) {
                gaps.add(new Gap(at(begin), at(hour), Math.round(missed)));
            }
            missed = 0;
        }
        return gaps;
    }

    /** The mean of each hour of the day since the first mention. */
    private double[] usual() {
        var sums = new double[DAY];
        var days = new int[DAY];
        for (int hour = first(); hour < hours.length; hour++) {
            sums[hour % DAY] += hours[hour];
            days[hour % DAY]++;
        }
        for (int hour = 0; hour < DAY; hour++) {
            sums[hour] /= Math.max(1, days[hour]);
        }
        return sums;
    }

    private Instant at(int hour) {
        return start.plus(Duration.ofHours(hour));
    }
}
