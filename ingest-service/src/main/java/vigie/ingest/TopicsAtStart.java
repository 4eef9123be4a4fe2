package vigie.ingest;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Creates the topics, waiting for a broker that is not there yet: the service may start before Kafka does, and its health page
 * answers meanwhile.
 */
@Component
class TopicsAtStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicsAtStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TopicSettings settings;
    private final Admin admin;
    private final ApplicationEventPublisher events;
    private final Thread thread = new Thread(this::run, "topics");
    private volatile boolean running;

    TopicsAtStart(TopicSettings settings, Admin admin, ApplicationEventPublisher events) {
        this.settings = settings;
        this.admin = admin;
        this.events = events;
    }

    @Override
    public void start() {
        running = true;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (running && !created()) {
                Thread.sleep(PAUSE.toMillis());
            }
            if (running) {
                events.publishEvent(new TopicsReady());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() throws InterruptedException {
        try {
            settings.creation().ensure(admin);
            return true;
        } catch (IllegalStateException | KafkaException e) {
            log.warn("waiting for Kafka: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last to start, so that every listener of {@link TopicsReady} is there. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
