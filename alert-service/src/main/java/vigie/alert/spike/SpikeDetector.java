package vigie.alert.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Says how unusual a brand's counts are, one 5-minute bucket after the other, zeros included.
 *
 * <p>Two expectations run side by side: the brand's level, and the level times the hour of the week. The second may raise alarms only
 * while it is trusted: seen for two full weeks, predicting the hours clearly better than the first, and its extremes about as rare as
 * it claims. While it is, each must be twice as rare, since they share one budget. No labels are used anywhere.
 */
public final class SpikeDetector {

    private static final byte FORMAT = 1;
    private static final int TRUST_AFTER_BUCKETS = 14 * FiveMinutes.PER_DAY;

    /** Nats in favour of the hours: odds of 20 to 1. */
    private static final double EVIDENCE_NEEDED = 3;

    private static final double EVIDENCE_OF_ONE_HOUR = 3;
    private static final double EVIDENCE_KEEP = Math.pow(0.5, 1 / (14.0 * 24));

    /** A sound model's daily peaks have the scale 1/ln 10 = 0.43; above this its tail is more than twice too thin. */
    private static final double LARGEST_TRUSTED_SCALE = 1;

    private static final double SHARED_BUDGET = Math.log(2);
    private static final List<Window> JUDGED = List.of(Window.QUARTER_HOUR, Window.HOUR, Window.THREE_HOURS);

    private final Seasonality seasonality;
    private final ZoneId zone;
    private final Expectation level = Expectation.ofLevel();
    private final Expectation hours = Expectation.ofLevelAndHour();
    private final long[] past = new long[Window.LONGEST];
    private final long[] counts = new long[Window.COUNT];
    private double evidence;
    private long buckets;

    /** @param zone the clock by which the brand's public wakes and sleeps */
    public SpikeDetector(Seasonality seasonality, ZoneId zone) {
        this.seasonality = seasonality;
        this.zone = zone;
    }

    /**
     * Judges a closed bucket, then learns it.
     *
     * @param start when the bucket began, to the second: hours are interpolated
     */
    public Reading step(Instant start, long count) {
        var local = localSecond(start);
        count(count);
        level.expect(local, count);
        if (adaptive()) {
            hours.expect(local, count);
            weigh();
        }
        var reading = read(start);
        learn(local, count);
        return reading;
    }

    /**
     * Judges a bucket in which most could not be heard. It teaches nothing, and stands in the windows as what was expected, or as what
     * was counted nevertheless where that is more.
     *
     * @param start when the bucket began
     * @param atLeast what was counted
     */
    public Reading stepUnheard(Instant start, long atLeast) {
        var local = localSecond(start);
        level.expect(local, atLeast);
        if (adaptive()) {
            hours.expect(local, atLeast);
        }
        var usual = (hoursAreTrusted() ? hours : level).in(Window.BUCKET).mean();
        var count = Math.max(atLeast, Math.round(usual));
        count(count);
        var reading = read(start);
        pass(count);
        return reading;
    }

    private long localSecond(Instant at) {
        return at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds();
    }

    private void count(long count) {
        for (var window : Window.values()) {
            var size = window.buckets();
            counts[window.ordinal()] += count - (buckets >= size ? past[(int) ((buckets - size) % past.length)] : 0);
        }
    }

    /** Once an hour: how much better the hours predicted it than the level alone, before either learns it. */
    private void weigh() {
        if (buckets % FiveMinutes.PER_HOUR != FiveMinutes.PER_HOUR - 1 || buckets < Expectation.WARM_BUCKETS) {
            return;
        }
        var count = counts[Window.HOUR.ordinal()];
        var gain = hours.in(Window.HOUR).logLikelihood(count)
                - level.in(Window.HOUR).logLikelihood(count);
        evidence = evidence * EVIDENCE_KEEP + Math.max(-EVIDENCE_OF_ONE_HOUR, Math.min(EVIDENCE_OF_ONE_HOUR, gain));
    }

    private boolean adaptive() {
        return seasonality == Seasonality.ADAPTIVE;
    }

    private boolean hoursAreTrusted() {
        return adaptive()
                && buckets >= TRUST_AFTER_BUCKETS
                && evidence > EVIDENCE_NEEDED
                && hours.calibration(Window.QUARTER_HOUR).scale() <= LARGEST_TRUSTED_SCALE;
    }

    private Reading read(Instant start) {
        var trusted = hoursAreTrusted();
        var shown = trusted ? hours : level;
        var windows = new ArrayList<WindowReading>(JUDGED.size());
        for (var window : JUDGED) {
            var count = counts[window.ordinal()];
            windows.add(WindowReading.of(window, count, shown.in(window), voices(window, count, trusted)));
        }
        return new Reading(start, trusted, level.in(Window.HOUR).mean(), windows);
    }

    /** Both models note their surprise in any case; only the trusted are heard. */
    private WindowReading.Voices voices(Window window, long count, boolean trusted) {
        var plain = Voice.of(level, window, count);
        if (!adaptive()) {
            return new WindowReading.Voices(List.of(plain), 0);
        }
        var seasonal = Voice.of(hours, window, count);
        return trusted
                ? new WindowReading.Voices(List.of(plain, seasonal), SHARED_BUDGET)
                : new WindowReading.Voices(List.of(plain), 0);
    }

    private void learn(long local, long count) {
        var dayEnds = (buckets + 1) % FiveMinutes.PER_DAY == 0;
        level.learn(local, count, counts);
        if (dayEnds) {
            level.endOfDay();
        }
        if (adaptive()) {
            hours.learn(local, count, counts);
            if (dayEnds) {
                hours.endOfDay();
            }
        }
        past[(int) (buckets % past.length)] = count;
        buckets++;
    }

    /** Time goes by without anything being learnt; the day's peak so far counts at its end as on any day. */
    private void pass(long count) {
        var dayEnds = (buckets + 1) % FiveMinutes.PER_DAY == 0;
        level.pass(dayEnds);
        if (adaptive()) {
            hours.pass(dayEnds);
        }
        past[(int) (buckets % past.length)] = count;
        buckets++;
    }

    /** The zone is not part of it: whoever keeps the state keeps the zone. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(FORMAT);
        out.writeByte(seasonality.ordinal());
        level.write(out);
        if (adaptive()) {
            hours.write(out);
        }
        for (var count : past) {
            out.writeLong(count);
        }
        for (var count : counts) {
            out.writeLong(count);
        }
        out.writeDouble(evidence);
        out.writeLong(buckets);
    }

    /** The detector as it was when written. */
    public static SpikeDetector read(DataInput in, ZoneId zone) throws IOException {
        if (in.readByte() != FORMAT) {
            throw new IOException("a detector of an unknown format");
        }
        var detector = new SpikeDetector(Seasonality.values()[in.readByte()], zone);
        detector.level.read(in);
        if (detector.adaptive()) {
            detector.hours.read(in);
        }
        for (int i = 0; i < detector.past.length; i++) {
            detector.past[i] = in.readLong();
        }
        for (int i = 0; i < detector.counts.length; i++) {
            detector.counts[i] = in.readLong();
        }
        detector.evidence = in.readDouble();
        detector.buckets = in.readLong();
        return detector;
    }
}
