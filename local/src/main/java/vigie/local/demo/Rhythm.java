package vigie.local.demo;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/** How much people talk at an hour of the day and a day of the week, 1 on average. */
final class Rhythm {

    private static final double[] HOURS = {
        0.35, 0.20, 0.12, 0.10, 0.12, 0.25, 0.60, 1.10, 1.45, 1.30, 1.20, 1.25,
        1.45, 1.30, 1.15, 1.10, 1.20, 1.55, 1.75, 1.70, 1.60, 1.40, 1.05, 0.73
    };

    private Rhythm() {}

    static double at(ZonedDateTime time) {
        var day = time.getDayOfWeek();
        double weekday = day == DayOfWeek.SATURDAY ? 0.80 : day == DayOfWeek.SUNDAY ? 0.70 : 1.10;
        return HOURS[time.getHour()] * weekday;
    }
}
