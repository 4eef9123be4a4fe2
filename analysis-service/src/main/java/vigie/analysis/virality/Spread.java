package vigie.analysis.virality;

import java.time.Duration;
import java.time.Instant;
import vigie.model.Virality;

/**
 * How one post spreads: exponentially forgetting sums of weighted engagement, corrected for the post's youth. A few numbers a post
 * rank next-hour growth better than counts or self-exciting models do, and cost nothing.
 *
 * <p>A burst is seen sooner in a shorter window, but a few reactions in it may be chance. So the score holds the burst window against
 * the short one, as much as its reactions are worth beside five expected ones: a lively post is judged by its last minutes, a quiet one
 * by its last quarter of an hour. Where posts are looked at every eight minutes or more seldom, both windows are the same unless the
 * platform's {@link Growth#looks} says otherwise.
 *
 * @param t0 when the post was published
 * @param t time of the newest observation
 * @param n weighted engagement so far
 * @param nShort what of it lies within the short window, older parts fading by e^(−d/window)
 * @param nHour the same over an hour
 * @param lastCounter the weighted counter as last observed
 * @param window length of the short window in seconds, 900 unless the post is polled slowly
 * @param nBurst what of it lies within the burst window
 * @param burst length of the burst window in seconds; the short one's while nobody knows how often the post is looked at
 */
public record Spread(
        Instant t0,
        Instant t,
        double n,
        double nShort,
        double nHour,
        double lastCounter,
        double window,
        double nBurst,
        double burst) {

    private static final double QUARTER = 900;
    private static final double HOUR = 3600;
    private static final double YOUNGEST = 300;
    private static final double SHORTEST_BURST = 150;

    /** How many weighted reactions the expectation is worth against those of the burst window. */
    private static final double EXPECTED = 5;

    /** Stored before bursts were looked at: knows of none. */
    public Spread {
        if (burst <= 0) {
            burst = window;
            nBurst = nShort;
        }
    }

    /** A post nobody reacted to yet. */
    public static Spread startingAt(Instant t0) {
        return new Spread(t0, t0, 0, 0, 0, 0, QUARTER, 0, QUARTER);
    }

    /**
     * The counter as seen at {@code now}: its growth is spread evenly over the time since the last look. A falling counter (likes taken
     * back) adds nothing and becomes the new base. A look into the past counts as one at the present.
     */
    public Spread observe(Instant now, double counter) {
        var d = Math.max(0, seconds(t, now));
        var delta = Math.max(0, counter - lastCounter);
        return new Spread(
                t0,
                now.isAfter(t) ? now : t,
                n + delta,
                spreadOver(nShort, delta, d, window),
                spreadOver(nHour, delta, d, HOUR),
                counter,
                window,
                spreadOver(nBurst, delta, d, burst),
                burst);
    }

    /** A single reaction of the given weight, at the moment it happened. */
    public Spread event(Instant now, double weight) {
        var at = decayed(now);
        return new Spread(
                t0,
                at.t,
                n + weight,
                at.nShort + weight,
                at.nHour + weight,
                lastCounter + weight,
                window,
                at.nBurst + weight,
                burst);
    }

    /**
     * With windows that suit how often the post is looked at. When that is slower than the short window itself, it becomes two intervals
     * long. The velocity read stays the same at the moment of the change.
     */
    public Spread polledEvery(Duration interval, Growth growth) {
        var poll = interval.toMillis() / 1e3;
        var wanted = poll > QUARTER ? 2 * poll : QUARTER;
        var wantedBurst = poll <= 0 ? wanted : Math.min(wanted, Math.max(SHORTEST_BURST, growth.looksOrUsual() * poll));
        if (wanted == window && wantedBurst == burst) {
            return this;
        }
        var age = age(t);
        return new Spread(
                t0,
                t,
                n,
                nShort * full(wanted, age) / full(window, age),
                nHour,
                lastCounter,
                wanted,
                nBurst * full(wantedBurst, age) / full(burst, age),
                wantedBurst);
    }

    /** What is read at {@code now}: everything fades until then, which is how a score falls when nothing happens. */
    public Virality read(Instant now, double halfVelocity, Growth growth) {
        var v15 = velocity(now);
        var v60 = decayed(now).nHour / full(HOUR, age(now)) * HOUR;
        var pull = Math.pow(v15 * sharpening(), 0.75);
        return new Virality(
                100 * n / (n + 2) * pull / (pull + Math.pow(halfVelocity, 0.75)),
                v15,
                (v15 + 1) / (v60 + 1),
                growth.kappa() * v15 * Math.pow(age(now) / HOUR, growth.gamma()));
    }

    /** Weighted engagements per hour over the short window. */
    public double velocity(Instant now) {
        return decayed(now).nShort / full(window, age(now)) * HOUR;
    }

    /**
     * By how much the burst window corrects the short one's velocity: a gamma expectation of the short window's rate, worth
     * {@link #EXPECTED} reactions, meets those of the burst window. Read at the last look, lest a score fall and jump between two looks.
     */
    private double sharpening() {
        if (burst >= window || nShort <= 0) {
            return 1;
        }
        var age = age(t);
        var rate = nShort / full(window, age);
        return (nBurst + EXPECTED) / (full(burst, age) * rate + EXPECTED);
    }

    private Spread decayed(Instant now) {
        var d = seconds(t, now);
        return d <= 0
                ? this
                : new Spread(
                        t0,
                        now,
                        n,
                        nShort * Math.exp(-d / window),
                        nHour * Math.exp(-d / HOUR),
                        lastCounter,
                        window,
                        nBurst * Math.exp(-d / burst),
                        burst);
    }

    private double age(Instant now) {
        return Math.max(seconds(t0, now), YOUNGEST);
    }

    /** How many seconds of a window a post of this age can have filled, older ones fading. */
    private static double full(double window, double age) {
        return window * (1 - Math.exp(-age / window));
    }

    private static double spreadOver(double sum, double delta, double d, double window) {
        return d == 0 ? sum + delta : sum * Math.exp(-d / window) + delta * (1 - Math.exp(-d / window)) * window / d;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }
}
