package vigie.alert.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * The detectors in a process of their own, with the service's settings and a clock that may be ahead, so that a test can kill them as
 * a machine would and need not wait for hours to pass.
 */
final class DetectorsProcess implements AutoCloseable {

    private final Process process;

    private DetectorsProcess(Process process) {
        this.process = process;
    }

    /** @param ahead how far its clock is ahead of ours */
    static DetectorsProcess start(String brokers, Path state, Duration ahead) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DetectorsProcess.class.getName(),
                brokers,
                state.toString(),
                ahead.toString()));
        var log = new File(state.getParent().toFile(), "detectors.log");
        return new DetectorsProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing is closed, committed or said. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** Brokers, state folder, how far the clock is ahead. */
    public static void main(String[] args) throws InterruptedException {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(args[0]));
        kafka.getStreams().setStateDir(args[1]);
        var settings = new AlertStreamSettings("vigie-alert", 1, Duration.ofMillis(50));
        var properties = new Properties();
        properties.putAll(AlertStreams.config(kafka, settings, 1).asProperties());
        var topology = new Topology();
        new AlertTopology(
                        new AlertMeters(new SimpleMeterRegistry()),
                        org.apache.kafka.streams.state.Stores::persistentKeyValueStore)
                .addTo(topology);
        var streams = new KafkaStreams(topology, properties, new ClockAhead(Duration.parse(args[2])));
        streams.start();
        Thread.currentThread().join();
    }

    private record ClockAhead(Duration ahead) implements Time {

        @Override
        public long milliseconds() {
            return SYSTEM.milliseconds() + ahead.toMillis();
        }

        @Override
        public long nanoseconds() {
            return SYSTEM.nanoseconds();
        }

        @Override
        public void sleep(long ms) {
            SYSTEM.sleep(ms);
        }

        @Override
        public void waitObject(Object object, Supplier<Boolean> condition, long deadline) throws InterruptedException {
            SYSTEM.waitObject(object, condition, deadline - ahead.toMillis());
        }
    }
}
