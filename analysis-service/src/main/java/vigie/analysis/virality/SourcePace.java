package vigie.analysis.virality;

import java.time.Duration;

/**
 * What is usual on one platform, learned as observations pass: the 95th percentile of velocity (so that 100 shares an hour mean much on
 * a forum and little on a giant), and how often posts are polled.
 */
public record SourcePace(Quantile velocity, Quantile pollSeconds) {

    public static final SourcePace NEW = new SourcePace(Quantile.of(0.95), Quantile.of(0.5));

    /** After a post was observed: its velocity (engagements per hour), and the time since it was observed before. */
    public SourcePace observed(double perHour, Duration sincePrevious) {
        var seconds = sincePrevious.toMillis() / 1e3;
        return new SourcePace(velocity.plus(perHour), seconds > 0 ? pollSeconds.plus(seconds) : pollSeconds);
    }

    /** The velocity at which a lively post's score reaches one half. At least one an hour: on a dead platform nothing is viral. */
    public double halfVelocity(ViralitySettings settings) {
        return velocity.count() < settings.warmAfter()
                ? settings.coldVelocity()
                : Math.max(1, velocity.value(settings.coldVelocity()));
    }

    /** The usual time between two observations of the same post; zero while unknown. */
    public Duration pollInterval() {
        return Duration.ofMillis(Math.round(pollSeconds.value(0) * 1e3));
    }
}
