package vigie.alert.spike;

import java.time.Instant;
import java.util.List;

/**
 * What the detector makes of one bucket, whatever the rules.
 *
 * @param at when the newest bucket in it began
 * @param seasonal whether the hours of the week are trusted and in charge
 * @param perHour the level: what an average hour brings
 * @param windows the windows that end with this bucket, shortest first
 */
public record Reading(Instant at, boolean seasonal, double perHour, List<WindowReading> windows) {

    private static final int MIN_COUNT_OF_THE_RARE = 8;

    public Reading {
        windows = List.copyOf(windows);
    }

    /** As {@link #judge}, but where less than one an hour is usual, five in a row are no news yet. */
    public Judgement judgeCautiously(int minCount) {
        return judge(perHour < 1 ? Math.max(minCount, MIN_COUNT_OF_THE_RARE) : minCount);
    }

    /** The window that says most, for a rule that asks for at least {@code minCount}; the shorter one on a tie. */
    public Judgement judge(int minCount) {
        var best = windows.get(0);
        for (var window : windows) {
            if (window.gated(minCount) > best.gated(minCount)) {
                best = window;
            }
        }
        var calm = windows.stream().allMatch(w -> w.calm(minCount));
        return new Judgement(at, best, best.gated(minCount), calm, seasonal);
    }
}
