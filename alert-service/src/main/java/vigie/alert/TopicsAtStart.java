package vigie.alert;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Creates the topics before anything reads them, waiting for a broker that is not there yet. The web server is up already, so the
 * health page can say what is missing.
 */
@Component
class TopicsAtStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicsAtStart.class);

    /** After the web server, before Kafka Streams (−1000) and the listeners (−100). */
    private static final int PHASE = DEFAULT_PHASE - 1500;

    private final TopicSettings settings;
    private final KafkaProperties kafka;
    private @Nullable Thread thread;
    private volatile boolean running;

    TopicsAtStart(TopicSettings settings, KafkaProperties kafka) {
        this.settings = settings;
        this.kafka = kafka;
    }

    @Override
    public void start() {
        running = true;
        var done = new CountDownLatch(1);
        var started = new Thread(() -> run(done), "topics");
        started.setDaemon(true);
        started.start();
        thread = started;
        try {
            // waiting without limit on another thread, so that a termination signal meanwhile is obeyed at once
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(CountDownLatch done) {
        try {
            while (running && !created()) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    private boolean created() throws InterruptedException {
        var config = kafka.buildAdminProperties();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        try (var admin = Admin.create(config)) {
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
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
