package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.SourceOutages.Outage;

class SourceOutagesTest {

    private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aFailureLastsUntilTheNextAnswer() {
        var told = started().after(down(60)).after(down(120)).after(up(600));
        assertThat(told.outages()).containsExactly(new Outage(at(60), at(600), "down", "HTTP 503"));
        assertThat(told.since()).isEqualTo(T);
    }

    @Test
    void oneFailedAttemptIsNoOutage() {
        assertThat(started().after(down(60)).after(up(120)).outages()).isEmpty();
    }

    @Test
    void anOutageThatGoesOnIsToldAtOnceAndThenOnceAMinute() {
        var open = started().after(down(60));
        assertThat(open.outages()).containsExactly(new Outage(at(60), null, "down", "HTTP 503"));
        assertThat(open.after(down(65))).isSameAs(open);
        assertThat(open.after(down(120)).until()).isEqualTo(at(120));
    }

    @Test
    void aSourceThatIsHeardIsToldOnceAMinute() {
        var told = started();
        assertThat(told.after(up(55))).isSameAs(told);
        assertThat(told.after(up(60)).until()).isEqualTo(at(60));
        assertThat(told.after(up(60)).outages()).isEmpty();
    }

    @Test
    void aSourceThatNobodyAskedWasNotHeard() {
        var told = started().after(up(60));
        assertThat(told.asOf(at(200))).isEqualTo(told);
        assertThat(told.asOf(at(900)).outages()).containsExactly(new Outage(at(60), null, "unasked", null));
        assertThat(told.after(up(1_000)).outages()).containsExactly(new Outage(at(60), at(1_000), "unasked", null));
    }

    @Test
    void aProcessThatHasJustStartedSaysNothingYet() {
        var open = started().after(down(60));
        var restarted = new SourceStatus("news", "2", "up", null, null, 0, 0, null, at(900), Map.of());
        assertThat(open.after(restarted)).isSameAs(open);
        assertThat(open.after(up(960)).outages()).containsExactly(new Outage(at(60), at(960), "down", "HTTP 503"));
    }

    @Test
    void aSourceThatFailsAfterAStopIsOneOutageWithWhatIsWrongNow() {
        var told = started().after(down(7_200));
        assertThat(told.outages()).containsExactly(new Outage(T, null, "down", "HTTP 503"));
    }

    @Test
    void onlyTheNewestAreKeptAndNothingIsClaimedOfTheTimeBefore() {
        var told = started();
        for (int i = 0; i < 120; i++) {
            told = told.after(down(400 * i + 100)).after(up(400 * i + 250)).after(up(400 * i + 400));
        }
        assertThat(told.outages()).hasSize(100);
        assertThat(told.outages().get(0).from()).isEqualTo(at(400 * 20 + 100));
        assertThat(told.since()).isEqualTo(at(400 * 19 + 250));
    }

    @Test
    void aPeriodHoldsWhatFellPartlyIntoIt() {
        var told = started().after(down(60)).after(up(600)).after(up(750)).after(down(900));
        assertThat(told.within(at(500), at(800)).outages())
                .extracting(Outage::from, Outage::to)
                .containsExactly(tuple(at(60), at(600)));
        assertThat(told.within(at(600), at(900)).outages()).isEmpty();
        assertThat(told.within(at(600), at(901)).outages()).hasSize(1);
    }

    private static SourceOutages started() {
        return SourceOutages.first(up(0));
    }

    private static SourceStatus up(int second) {
        return status("up", null, at(second));
    }

    private static SourceStatus down(int second) {
        return status("down", "HTTP 503", at(second));
    }

    private static SourceStatus status(String state, @Nullable String error, Instant now) {
        return new SourceStatus("news", "1", state, now, null, 3, 0, error, now, Map.of());
    }

    private static Instant at(int second) {
        return T.plus(Duration.ofSeconds(second));
    }
}
