package vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.ingest.KafkaWriter;
import vigie.model.Post;
import vigie.model.SourceCursor;

class SourceRunnerTest {

    private static final Instant THEN = Instant.parse("2026-05-02T08:00:00Z");

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final AtomicBoolean mine = new AtomicBoolean(true);
    private final List<String> cursorsGiven = new CopyOnWriteArrayList<>();
    private final SourceRunner runner = new SourceRunner(
            new SourceRunner.Place() {
                @Override
                public boolean mine() {
                    return mine.get();
                }

                @Override
                public SourceCursor cursor(String source) {
                    return new SourceCursor(source, "before", THEN);
                }
            },
            new KafkaWriter(kafka),
            new SourceRunnerSettings(2, 1_000),
            Clock.systemUTC(),
            "test");

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void postsAreWrittenFirstAndTheCursorAfterThem() {
        runner.put("a", source((cursor, n) -> {
            cursorsGiven.add(cursor);
            return new Harvest.Came(List.of(Post.of("rss", "1", THEN, "t")), 0, null, "after");
        }));

        await().until(() -> kafka.history().size() >= 2);
        assertThat(kafka.history()).extracting(ProducerRecord::topic).startsWith("posts", "source-cursors");
        assertThat(cursorsGiven.get(0)).isEqualTo("before");
        await().untilAsserted(
                        () -> assertThat(runner.statuses().get("a").lastPost()).isEqualTo(THEN));
    }

    @Test
    void withoutKafkaTheCursorStays() {
        kafka.sendException = new TimeoutException("away");
        runner.put(
                "a",
                source((cursor, n) -> new Harvest.Came(List.of(Post.of("rss", "1", THEN, "t")), 0, null, "after")));

        await().until(() -> "down".equals(runner.statuses().get("a").state()));
        kafka.sendException = null;
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void aSourceThatIsGoneIsNotAskedAgain() {
        var asked = new AtomicInteger();
        runner.put("gone", source((cursor, n) -> {
            asked.incrementAndGet();
            return new Harvest.Gone("for good");
        }));
        var others = new AtomicInteger();
        runner.put("other", source((cursor, n) -> {
            others.incrementAndGet();
            return new Harvest.Unchanged();
        }));

        await().until(() -> others.get() > 20);
        assertThat(asked).hasValue(1);
        assertThat(runner.statuses().get("gone").state()).isEqualTo("paused");
    }

    @Test
    void afterAFaultASourceIsLeftAloneForAWhileAndOthersGoOn() {
        var asked = new AtomicInteger();
        runner.put("bad", source((cursor, n) -> {
            if (asked.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("a fault of ours");
            }
            throw new IOException("answers with status 500");
        }));
        var others = new AtomicInteger();
        runner.put("other", source((cursor, n) -> {
            others.incrementAndGet();
            return new Harvest.Unchanged();
        }));

        await().until(() -> others.get() > 20);
        assertThat(asked).hasValue(1);
        assertThat(runner.statuses().get("bad").error()).isEqualTo("answers with status 500");
    }

    @Test
    void onlyTheProcessWhoseTurnItIsAsks() {
        mine.set(false);
        var asked = new AtomicInteger();
        runner.put("a", source((cursor, n) -> {
            asked.incrementAndGet();
            return new Harvest.Unchanged();
        }));
        assertThat(asked).hasValue(0);
        mine.set(true);
        await().until(() -> asked.get() > 0);
    }

    @Test
    void aRemovedSourceIsNotAskedAnyMore() {
        var asked = new AtomicInteger();
        runner.put("a", source((cursor, n) -> {
            asked.incrementAndGet();
            return new Harvest.Unchanged();
        }));
        await().until(() -> asked.get() > 2);
        runner.remove("a");

        assertThat(runner.statuses()).isEmpty();
    }

    private interface Asked {
        Harvest poll(String cursor, Instant now) throws IOException;
    }

    private static Source source(Asked asked) {
        return new Source() {
            @Override
            public String host() {
                return "example.org";
            }

            @Override
            public String platform() {
                return "rss";
            }

            @Override
            public Duration interval() {
                return Duration.ofMillis(1);
            }

            @Override
            public Harvest poll(String cursor, Instant now) throws IOException {
                return asked.poll(cursor, now);
            }
        };
    }
}
