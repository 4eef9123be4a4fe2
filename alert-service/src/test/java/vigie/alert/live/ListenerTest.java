package vigie.alert.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private final Listener listener = new Listener(brand -> true, 3, "m0:0");

    @Test
    void aBrowserThatFallsBehindIsToldToReadAfreshAndThenGoesOn() throws InterruptedException {
        for (int i = 1; i <= 4; i++) {
            listener.offer(event(i));
        }
        var batch = listener.take(Duration.ZERO);
        assertThat(batch.reset()).isTrue();
        assertThat(batch.events()).extracting(LiveEvent::id).containsExactly("m0:4");
        listener.offer(event(5));
        var next = listener.take(Duration.ZERO);
        assertThat(next.reset()).isFalse();
        assertThat(next.events()).extracting(LiveEvent::id).containsExactly("m0:5");
    }

    @Test
    void aSlowBrowserDelaysNoOther() throws InterruptedException {
        var hub = new Hub(new LiveSettings(10, 3, Duration.ofMinutes(1)));
        var slow = hub.join(brand -> true).listener();
        var quick = hub.join(brand -> true).listener();
        var positions = new Positions();
        for (int i = 1; i <= 10; i++) {
            positions.set(new TopicPartition("analysed-mentions", 0), i);
            hub.moved(positions.copy(), Optional.of(event(i)));
            assertThat(quick.take(Duration.ZERO).events()).hasSize(1);
        }
        assertThat(slow.take(Duration.ZERO).reset()).isTrue();
    }

    @Test
    void aQuietBrandsBrowserStillKnowsHowFarTheTopicsAre() throws InterruptedException {
        var hub = new Hub(new LiveSettings(10, 3, Duration.ofMinutes(1)));
        var other = hub.join("other"::equals).listener();
        var positions = new Positions();
        positions.set(new TopicPartition("analysed-mentions", 0), 7);
        hub.moved(positions, Optional.of(event(7)));
        assertThat(other.take(Duration.ZERO).position()).isEqualTo("m0:7");
    }

    @Test
    void positionsSurviveBeingWritten() {
        var positions = new Positions();
        positions.set(new TopicPartition("analysed-mentions", 3), 12);
        positions.set(new TopicPartition("alerts", 0), 5);
        var read = Positions.parse(positions.toString()).orElseThrow();
        assertThat(read.distanceTo(positions)).isZero();
        assertThat(Positions.parse("m0:1,m0")).isEmpty();
        assertThat(Positions.parse("")).isEmpty();
    }

    private static LiveEvent event(int i) {
        return new LiveEvent("m0:" + i, "mention", "b", Map.of("en", "{}"));
    }
}
