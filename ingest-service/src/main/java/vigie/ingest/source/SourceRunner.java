package vigie.ingest.source;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.ingest.KafkaWriter;
import vigie.model.PostEvent;
import vigie.model.SourceCursor;
import vigie.model.SourceStatus;
import vigie.topic.Topics;

/**
 * Asks every source in its own rhythm, brings its posts onto Kafka, and only then remembers how far it got: a crash repeats posts,
 * which is harmless, and never skips one.
 */
final class SourceRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SourceRunner.class);
    private static final Duration NOT_YET = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** Where this runner stands in the world. */
    interface Place {
        /** Whether it is this process that asks, and everything earlier ones left is known. */
        boolean mine();

        @Nullable
        SourceCursor cursor(String source);
    }

    private final Place place;
    private final KafkaWriter writer;
    private final HostPace pace;
    private final Clock clock;
    private final String instance;
    private final ScheduledThreadPoolExecutor threads;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final RandomGenerator random = RandomGenerator.getDefault();

    SourceRunner(Place place, KafkaWriter writer, SourceRunnerSettings settings, Clock clock, String instance) {
        this.place = place;
        this.writer = writer;
        this.pace = new HostPace(settings.requestsPerHost());
        this.clock = clock;
        this.instance = instance;
        threads = new ScheduledThreadPoolExecutor(settings.threads(), task -> {
            var thread = new Thread(task, "source");
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
    }

    /** Begins to ask a source, or asks it by its new configuration from now on. */
    void put(String id, Source source) {
        var turn = new Turn(id, source, new SourceHealth(id, instance, source.platform()));
        var before = turns.put(id, turn);
        if (before != null) {
            before.ended = true;
        }
        turn.again(Duration.ZERO);
    }

    void remove(String id) {
        var turn = turns.remove(id);
        if (turn != null) {
            turn.ended = true;
        }
    }

    /** How every source fares, by id. */
    Map<String, SourceStatus> statuses() {
        var now = clock.instant();
        Function<Turn, SourceStatus> status = turn -> turn.health.status(now);
        return turns.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> status.apply(e.getValue())));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("a source did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One configured source and its rhythm. */
    private final class Turn {

        private final String id;
        private final Source source;
        private final SourceHealth health;
        private volatile boolean ended;

        Turn(String id, Source source, SourceHealth health) {
            this.id = id;
            this.source = source;
            this.health = health;
        }

        void again(Duration wait) {
            if (!ended && !threads.isShutdown()) {
                var unused = threads.schedule(this::run, wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void run() {
            if (ended) {
                return;
            }
            if (!place.mine()) {
                again(NOT_YET);
                return;
            }
            var wait = pace.waitFor(source.host());
            if (!wait.isZero()) {
                again(wait.plusMillis(1));
                return;
            }
            ask();
        }

        private void ask() {
            var cursor = place.cursor(id);
            try {
                settle(source.poll(cursor == null ? null : cursor.cursor(), clock.instant()), cursor);
            } catch (IOException e) {
                failed(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // a fault of ours in one source must not end it for good, nor any other
                log.error("source {} failed unexpectedly", id, e);
                failed("unexpected fault: " + e.getClass().getSimpleName());
            }
        }

        private void settle(Harvest harvest, @Nullable SourceCursor before) {
            if (harvest instanceof Harvest.Came came) {
                keep(came, before);
            } else if (harvest instanceof Harvest.Unchanged) {
                health.reached(clock.instant());
                again(source.interval());
            } else if (harvest instanceof Harvest.Later later) {
                int failures = health.failed(later.reason());
                again(bounded(later.after() == null ? Backoff.after(failures, random) : later.after()));
            } else if (harvest instanceof Harvest.Gone gone) {
                log.warn("source {} is not asked any more: {}", id, gone.reason());
                health.paused(gone.reason());
            } else {
                throw new AssertionError(harvest);
            }
        }

        private void keep(Harvest.Came came, @Nullable SourceCursor before) {
            var now = clock.instant();
            var events = came.posts().stream()
                    .<PostEvent>map(post -> new PostEvent.Published(post, now, id))
                    .toList();
            var taken = writer.writeAll(Topics.POSTS, events, PostEvent::postId);
            if (!taken.all()) {
                failed("Kafka did not take its posts");
                return;
            }
            if (before == null || !before.cursor().equals(came.cursor())) {
                var unused = writer.write(Topics.SOURCE_CURSORS, id, new SourceCursor(id, came.cursor(), now));
            }
            health.reached(now);
            health.brought(came.posts(), came.malformed(), came.fault());
            if (came.malformed() > 0) {
                log.info("source {}: {} items skipped, the first because {}", id, came.malformed(), came.fault());
            }
            again(source.interval());
        }

        private void failed(String reason) {
            int failures = health.failed(reason);
            // the first failure and every tenth are enough to read
            if (failures % 10 == 1) {
                log.warn("source {} is down ({} times in a row): {}", id, failures, reason);
            }
            again(Backoff.after(failures, random));
        }

        private Duration bounded(Duration wait) {
            var atLeast = wait.compareTo(source.interval()) < 0 ? source.interval() : wait;
            return atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast;
        }
    }
}
