package vigie.alert.spike;

import java.time.Instant;

/**
 * A {@link Reading} under one rule's evidence gate.
 *
 * @param window the window that says most
 * @param z ln of the return period in days, after the gate
 * @param calm whether the short windows are back to the usual
 */
public record Judgement(Instant at, WindowReading window, double z, boolean calm, boolean seasonal) {

    /** Above this the return period is not worth telling apart. */
    public static final double LONGEST_DAYS = 3_650;

    /** How rarely this level is reached, in days, at most ten years. */
    public double returnPeriodDays() {
        return Math.min(Math.exp(z), LONGEST_DAYS);
    }

    /** Whose expectation is shown: {@code level} or {@code time of day}. */
    public String model() {
        return seasonal ? "time of day" : "level";
    }
}
