package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.alert.Raised;
import vigie.model.AlertAction;

class ResponseTimesTest {

    private static final Instant T = Instant.parse("2026-02-10T10:00:00Z");

    @Test
    void theMiddleIsATimeThatReallyHappened() {
        var alerts = List.of(acked("a", 10), acked("b", 20), acked("c", 600));
        var times = ResponseTimes.of(alerts);
        assertThat(times.alerts()).isEqualTo(3);
        assertThat(times.acknowledge()).isEqualTo(new ResponseTimes.Times(3, 210L, 20L, 600L));
        assertThat(times.resolve()).isEqualTo(new ResponseTimes.Times(0, null, null, null));
    }

    @Test
    void eachBrandHasItsOwnTimes() {
        var alerts = List.of(Raised.open("a", "b", T), Raised.open("c", "other", T), acked("d", 50), acked("e", 70));
        var brands = ResponseTimes.of(alerts).brands();
        assertThat(brands).containsOnlyKeys("b", "other");
        assertThat(brands.get("b").acknowledge().meanSeconds()).isEqualTo(60);
        assertThat(brands.get("b").detect().count()).isEqualTo(1);
        assertThat(brands.get("other").acknowledge().count()).isZero();
    }

    private static vigie.model.Alert acked(String id, long seconds) {
        var action = new AlertAction("x", id, "b", "ack", "anna", T.plusSeconds(seconds), null, null);
        return Raised.after(Raised.open(id, "b", T), action);
    }
}
