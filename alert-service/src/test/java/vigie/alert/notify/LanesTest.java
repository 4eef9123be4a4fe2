package vigie.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Delivery HUNG = new Delivery.Retry(Delivery.Trouble.HANGING, "no answer in time", null);

    @Test
    void howeverManyReceiversHangTheOthersAreServed() throws Exception {
        var end = new CountDownLatch(1);
        var served = new CountDownLatch(20);
        try (var lanes = new Lanes()) {
            for (int i = 0; i < 100; i++) {
                lanes.tried("hangs" + i, HUNG);
                lanes.in(Duration.ZERO, "hangs" + i, () -> waitFor(end));
            }
            for (int i = 0; i < 20; i++) {
                lanes.in(Duration.ZERO, "works" + i, served::countDown);
            }
            assertThat(served.await(30, TimeUnit.SECONDS)).isTrue();
            end.countDown();
        }
    }

    @Test
    void whoAnswersAgainIsServedWithTheOthers() throws Exception {
        var end = new CountDownLatch(1);
        var served = new CountDownLatch(1);
        try (var lanes = new Lanes()) {
            for (int i = 0; i < 100; i++) {
                lanes.tried("hangs" + i, HUNG);
                lanes.in(Duration.ZERO, "hangs" + i, () -> waitFor(end));
            }
            lanes.tried("hangs0", new Delivery.Sent("200"));
            lanes.in(Duration.ZERO, "hangs0", served::countDown);
            assertThat(served.await(30, TimeUnit.SECONDS)).isTrue();
            end.countDown();
        }
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
