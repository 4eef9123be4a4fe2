package vigie.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SpikeDetectorTest {

    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");

    @Test
    void aDetectorReadBackGoesOnAsIfNothingHadHappened() throws IOException {
        var counts = SyntheticCounts.BUSY.draw();
        var kept = new SpikeDetector(Seasonality.ADAPTIVE, ZoneOffset.UTC);
        var stored = new SpikeDetector(Seasonality.ADAPTIVE, ZoneOffset.UTC);
        for (int i = 0; i < counts.length; i++) {
            var at = FiveMinutes.start(FiveMinutes.of(START) + i);
            if (i % 500 == 499) {
                stored = SpikeDetector.read(
                        new DataInputStream(new ByteArrayInputStream(bytes(stored))), ZoneOffset.UTC);
            }
            assertThat(stored.step(at, counts[i])).isEqualTo(kept.step(at, counts[i]));
        }
    }

    @Test
    void itsStateIsSmall() throws IOException {
        var detector = new SpikeDetector(Seasonality.ADAPTIVE, ZoneOffset.UTC);
        for (int i = 0; i < 40 * FiveMinutes.PER_DAY; i++) {
            detector.step(START.plusSeconds(300L * i), i % 7);
        }
        assertThat(bytes(detector).length).isLessThan(8 * 1024);
    }

    @Test
    void theHoursAreThoseOfTheBrandsOwnClockAlsoAfterItChanges() {
        var paris = ZoneId.of("Europe/Paris");
        var local = new SpikeDetector(Seasonality.ADAPTIVE, paris);
        var utc = new SpikeDetector(Seasonality.ADAPTIVE, ZoneOffset.UTC);
        Reading inParis = null;
        Reading inUtc = null;
        // five weeks of a brand whose public wakes at nine in Paris; the clocks change on 30 March
        for (var at = START; at.isBefore(START.plusSeconds(35 * 86_400L)); at = at.plusSeconds(300)) {
            var hour = at.atZone(paris).getHour();
            var count = hour >= 9 && hour < 21 ? 20 : 1;
            inParis = local.step(at, count);
            inUtc = utc.step(at, count);
            if (at.equals(Instant.parse("2025-04-02T07:55:00Z"))) {
                break;
            }
        }
        assertThat(inParis.seasonal()).isTrue();
        var hourInParis = inParis.windows().get(1);
        var hourInUtc = inUtc.windows().get(1);
        assertThat(Math.abs(hourInParis.expected() - hourInParis.seen()))
                .isLessThan(Math.abs(hourInUtc.expected() - hourInUtc.seen()));
    }

    @Test
    void theCountThatWouldHaveBeenSilentIsTheLargestThatReallyIs() {
        var counts = SyntheticCounts.QUIET.draw();
        for (int crisis = 5; crisis < 60; crisis += 7) {
            var window = judgedAfter(counts, 1400, crisis);
            var loud = window.silentBelow(14, 5);
            if (loud <= window.seen() && window.gated(5) >= Math.log(14)) {
                var less = (int) (crisis - (window.seen() - loud));
                assertThat(z(counts, 1400, less, window.window())).isGreaterThanOrEqualTo(Math.log(14));
                assertThat(z(counts, 1400, less - 1, window.window())).isLessThan(Math.log(14));
            }
        }
    }

    @Test
    void aCountThatOnlyGrowsOnlyGrowsMoreUnusual() {
        var counts = SyntheticCounts.BUSY.draw();
        var before = Double.NEGATIVE_INFINITY;
        for (int count = 0; count < 400; count += 9) {
            var z = judgedAfterReading(counts, 7000, count).judge(5).z();
            assertThat(z).isGreaterThanOrEqualTo(before);
            before = z;
        }
    }

    private static WindowReading judgedAfter(long[] counts, int rows, int last) {
        return judgedAfterReading(counts, rows, last).judge(5).window();
    }

    private static double z(long[] counts, int rows, int last, Window window) {
        return judgedAfterReading(counts, rows, last).windows().stream()
                .filter(w -> w.window() == window)
                .findFirst()
                .orElseThrow()
                .gated(5);
    }

    private static Reading judgedAfterReading(long[] counts, int rows, int last) {
        var detector = new SpikeDetector(Seasonality.ADAPTIVE, ZoneOffset.UTC);
        for (int i = 0; i < rows; i++) {
            detector.step(START.plusSeconds(300L * i), counts[i]);
        }
        return detector.step(START.plusSeconds(300L * rows), last);
    }

    private static byte[] bytes(SpikeDetector detector) throws IOException {
        var out = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(out));
        return out.toByteArray();
    }
}
