package vigie.analysis.stream;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the topology from the service's start to its end. It leaves the consumer group when it stops, so that a restart does not wait
 * for the old member to time out; a thread that fails is replaced, since what made it fail (broker, disk) is expected to come back.
 */
final class StreamsProcess implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(StreamsProcess.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** After the topics are there, before the listeners. */
    private static final int PHASE = DEFAULT_PHASE - 1000;

    private final Supplier<Topology> topology;
    private final Properties config;
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean ran;

    StreamsProcess(Supplier<Topology> topology, Properties config) {
        this.topology = topology;
        this.config = config;
    }

    @Override
    public void start() {
        var started = new KafkaStreams(topology.get(), config);
        started.setUncaughtExceptionHandler(e -> {
            log.error("a thread of the analysis failed and is replaced", e);
            pause();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        started.setStateListener((is, was) -> {
            log.info("analysis: {} (was {})", is, was);
            ran |= is == State.RUNNING;
        });
        started.start();
        streams = started;
    }

    /** So that a broker that refuses is not asked as fast as threads can be made. */
    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var stopping = streams;
        streams = null;
        ran = false;
        if (stopping != null) {
            stopping.close(
                    CloseOptions.timeout(CLOSING).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    @Override
    public boolean isRunning() {
        return streams != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Up from the first time all state is restored and records are read; a rebalance later on is ordinary work. */
    @Override
    public Health health() {
        var current = streams;
        var state = current == null ? State.NOT_RUNNING : current.state();
        var up = state == State.RUNNING || ran && state == State.REBALANCING;
        return (up ? Health.up() : Health.outOfService())
                .withDetail("state", state.name())
                .build();
    }
}
