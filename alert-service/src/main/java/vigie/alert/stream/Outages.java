package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;
import vigie.alert.spike.FiveMinutes;

/**
 * The buckets in which what a series usually consists of could not be heard: what was counted then is a part, and silence means
 * nothing.
 *
 * <p>A mention does not say which source brought it, but which platform it is of. A bucket is unknown for a series when a fifth or more
 * of what it had in the week before is lost, by the lost part of each platform; for a series without such a week, when more than half
 * of all posts are.
 *
 * @param lost what was lost of a platform in a bucket, in thousandths
 */
record Outages(KeyValueStore<String, Long> lost, UsualPlatforms usual) {

    private static final double MUCH = 0.2;
    private static final double MOST = 0.5;
    private static final int WHOLE = 1_000;

    /** How far back an outage is noted when it is found; further back its buckets were judged long ago. */
    private static final Duration NOTED_BACK = Duration.ofHours(6);

    /** Notes what cannot be heard. */
    void note(Hearing hearing, Instant now) {
        var oldest = now.minus(NOTED_BACK);
        hearing.losses().forEach((platform, losses) -> {
            var since = losses.stream()
                    .map(Hearing.Loss::since)
                    .min(Instant::compareTo)
                    .orElse(now);
            for (var bucket = FiveMinutes.of(since.isBefore(oldest) ? oldest : since);
                    bucket <= FiveMinutes.of(now);
                    bucket++) {
                var end = FiveMinutes.end(bucket);
                var part = losses.stream()
                        .filter(loss -> loss.since().isBefore(end))
                        .mapToDouble(Hearing.Loss::part)
                        .sum();
                note(bucket, platform, Math.min(WHOLE, Math.round(WHOLE * part)));
            }
        });
    }

    private void note(long bucket, String platform, long part) {
        var key = Keys.of(Keys.hex(bucket), platform);
        var noted = lost.get(key);
        if (part > 0 && (noted == null || noted < part)) {
            lost.put(key, part);
        }
    }

    /** Whether too much of a series could not be heard in a bucket. */
    boolean isUnknown(Series series, long bucket) {
        try (var rows = lost.range(Keys.first(Keys.hex(bucket)), Keys.last(Keys.hex(bucket)))) {
            if (!rows.hasNext()) {
                return false;
            }
            var parts = usual.before(series, bucket);
            double missing = 0;
            while (rows.hasNext()) {
                var row = rows.next();
                var platform = row.key.substring(row.key.indexOf('\0') + 1);
                var part = row.value / (double) WHOLE;
                if (!platform.equals(Hearing.ALL)) {
                    missing += part * parts.getOrDefault(platform, 0.0);
                } else if (parts.isEmpty() && part > MOST) {
                    return true;
                }
            }
            return missing >= MUCH;
        }
    }

    void forgetBefore(long bucket) {
        Stores.deleteRange(lost, Keys.first(Keys.hex(0)), Keys.last(Keys.hex(bucket - 1)));
    }
}
