package vigie.alert.setup;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vigie.door.ComeBack;

/** A thread that reads Kafka for as long as the service runs, and begins anew a second after a fault. */
public abstract class KafkaLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KafkaLoop.class);

    private final String name;
    private final Duration patience;
    private @Nullable Thread thread;
    private volatile boolean running;

    /**
     * @param name of the thread, and in the log
     * @param patience how long a stop waits for the turn to end
     */
    protected KafkaLoop(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    /** Opens what it needs, works while {@link #isRunning}, closes what it opened. */
    protected abstract void turn();

    @Override
    public void start() {
        running = true;
        var started = new Thread(this::run, name);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    private void run() {
        while (running) {
            try {
                turn();
            } catch (InterruptException e) {
                return;
            } catch (KafkaException | ComeBack e) {
                if (running) {
                    log.warn("{} begins anew: {}", name, e.getMessage());
                    pause();
                }
            }
        }
    }

    protected final void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        var started = thread;
        if (started == null) {
            return;
        }
        try {
            started.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
