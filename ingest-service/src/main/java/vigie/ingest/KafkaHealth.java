package vigie.ingest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether Kafka answers; part of readiness, for nothing can be taken in without it. */
@Component("kafka")
class KafkaHealth implements HealthIndicator {

    private static final int SECONDS = 2;

    private final Admin admin;

    KafkaHealth(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Health health() {
        try {
            var nodes = admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS);
            return Health.up().withDetail("brokers", nodes.size()).build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down().withDetail("reason", "Kafka does not answer").build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }
}
