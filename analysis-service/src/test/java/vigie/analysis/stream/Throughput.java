package vigie.analysis.stream;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vigie.analysis.TopicSettings;
import vigie.analysis.language.Languages;
import vigie.analysis.sentiment.SentimentModels;
import vigie.model.Author;
import vigie.model.BrandMatch;
import vigie.model.Engagement;
import vigie.model.EngagementCounts;
import vigie.model.HashtagHit;
import vigie.model.MatchedSpan;
import vigie.model.Mention;
import vigie.model.Post;
import vigie.model.QueryMatch;
import vigie.topic.Topic;
import vigie.topic.TopicCreation;
import vigie.topic.Topics;

/**
 * What a post costs the topology, on a real broker with the settings of the service, and what it writes. Run by hand, see
 * {@code benchmarks/README.md}; its name keeps it out of every build.
 *
 * <p>The broker runs in the same process, so that time is counted by thread.
 */
final class Throughput {

    private static final int BRANDS = 10;
    private static final int VOCABULARY = 20_000;
    private static final int BATCH = 10;
    private static final List<String> OPENINGS = List.of(
            "Reading about %s",
            "Who works with %s? Great people",
            "%s is broken again and nobody helps, awful",
            "%s est une honte, service horrible",
            "The %s stand, a good place to meet");

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    private final Random random = new Random(20_260_301);
    private final int rate = Integer.getInteger("throughput.rate", 0);
    private int serial;

    @Test
    void whatAPostCosts() throws Exception {
        run(Integer.getInteger("throughput.warm", 20_000), Integer.getInteger("throughput.posts", 20_000));
    }

    private void run(int warm, int measured) throws Exception {
        broker.brokerProperties(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1"));
        broker.afterPropertiesSet();
        var state = Files.createTempDirectory("throughput");
        try (var admin = Admin.create(bootstrap())) {
            TopicCreation.ONE_MACHINE.ensure(admin);
            var process = process(state);
            process.start();
            try (var producer = new KafkaProducer<>(bootstrap(), new StringSerializer(), new ByteArraySerializer())) {
                send(producer, warm);
                awaitSaid(warm);
                var cpu = threads();
                var written = written(admin);
                var began = System.nanoTime();
                send(producer, measured);
                awaitSaid(warm + measured);
                var took = (System.nanoTime() - began) / 1e9;
                print(measured, took, cpu, threads(), written, written(admin));
                sizes();
            } finally {
                process.stop();
                broker.destroy();
                delete(state);
            }
        }
    }

    private Map<String, Object> bootstrap() {
        return Map.of("bootstrap.servers", broker.getBrokersAsString(), "linger.ms", 5);
    }

    private StreamsProcess process(Path state) {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker.getBrokersAsString()));
        kafka.getStreams().setStateDir(state.toString());
        var settings = new StreamSettings(
                "throughput",
                1,
                Duration.ofMillis(100),
                Duration.ofDays(7),
                new StreamSettings.ViralityConstants(null, Map.of(), 100, 200),
                new StreamSettings.StoryMemory(20_000, 25_000, Duration.ofDays(14)),
                new StreamSettings.BrandLearning(true, 0.75, Duration.ofDays(30), Duration.ofSeconds(5), 150),
                Map.of());
        var access = new StreamAccess();
        return access.streams(
                kafka,
                settings,
                new TopicSettings(4, (short) 1, Duration.ofDays(30)),
                Languages.bundled(),
                SentimentModels.bundled(),
                access.tunings(kafka));
    }

    /** Every third post has a hashtag that is tracked, is looked at once more, and its counters have moved. */
    private void send(KafkaProducer<String, byte[]> producer, int posts) {
        var began = System.nanoTime();
        for (int i = 0; i < posts; i++) {
            if (rate > 0 && i % BATCH == 0) {
                LockSupport.parkNanos(began + i * 1_000_000_000L / rate - System.nanoTime());
            }
            var post = post(Instant.now());
            var at = post.publishedAt();
            var brand = brand(serial % BRANDS);
            var match = new BrandMatch(
                    brand, null, List.of(new QueryMatch("name", List.of(new MatchedSpan("text", 0, 8, brand)))));
            send(producer, Topics.MENTIONS, post.postId(), new Mention(post.postId(), post, List.of(match), at, at));
            if (serial % 3 == 0) {
                var hit = new HashtagHit("tag" + serial % 7, post.postId(), List.of(brand), "author", at);
                send(producer, Topics.HASHTAG_HITS, hit.hashtag(), hit);
                var counts = new EngagementCounts(random.nextLong(50), random.nextLong(20), 3L, null);
                var look = new Engagement(post.postId(), at.plusSeconds(120), counts);
                send(producer, Topics.ENGAGEMENTS, post.postId(), look);
            }
            serial++;
        }
        producer.flush();
    }

    private <V> void send(KafkaProducer<String, byte[]> producer, Topic<V> topic, String key, V value) {
        var bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
        producer.send(new ProducerRecord<>(topic.name(), key, bytes));
    }

    private static String brand(int i) {
        return "brand-" + i;
    }

    private Post post(Instant at) {
        var own = random.ints(12, 0, VOCABULARY)
                .mapToObj(word -> "w" + Integer.toString(word, 36))
                .collect(Collectors.joining(" "));
        var text = OPENINGS.get(serial % OPENINGS.size()).formatted(brand(serial % BRANDS)) + ". " + own
                + (serial % 3 == 0 ? " #tag" + serial % 7 : "");
        return new Post(
                "" + serial,
                "bench",
                "https://example.org/posts/" + serial,
                at,
                null,
                null,
                text,
                null,
                new Author(
                        "author-" + serial % 5_000, "author" + serial % 5_000, "An author", 100L + serial % 999, null),
                null,
                null,
                null,
                List.of(),
                new EngagementCounts((long) serial % 10, (long) serial % 4, 0L, null),
                null,
                null,
                null,
                null);
    }

    /** Until the analysis of all posts so far can be read. */
    private void awaitSaid(int posts) {
        try (var consumer = consumer("read_committed")) {
            var seen = new HashSet<String>();
            consumer.assign(partitions(consumer, Topics.ANALYSED_MENTIONS.name()));
            consumer.seekToBeginning(consumer.assignment());
            var serde = Topics.ANALYSED_MENTIONS.valueSerde().deserializer();
            while (seen.size() < posts) {
                for (var row : consumer.poll(Duration.ofMillis(200))) {
                    seen.add(serde.deserialize("", row.value()).mentionId());
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "isolation.level", isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    /** Processor time by kind of thread, nanoseconds. */
    private static Map<String, Long> threads() {
        var bean = ManagementFactory.getThreadMXBean();
        var all = new HashMap<String, Long>();
        for (var id : bean.getAllThreadIds()) {
            var info = bean.getThreadInfo(id);
            if (info != null) {
                all.merge(kind(info.getThreadName()), Math.max(0, bean.getThreadCpuTime(id)), Long::sum);
            }
        }
        var whole = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        all.put(
                "compiler, collector",
                whole - all.values().stream().mapToLong(Long::longValue).sum());
        return all;
    }

    private static String kind(String thread) {
        var name = thread.toLowerCase(Locale.ROOT);
        if (name.contains("streamthread")) {
            return name.contains("producer") ? "analysis: producer" : "analysis: stream thread";
        }
        return name.equals("main") || name.contains("producer") ? "load" : "broker and rest";
    }

    private static Map<String, Long> written(Admin admin) throws Exception {
        var sizes = new TreeMap<String, Long>();
        for (var logs :
                admin.describeLogDirs(List.of(0)).allDescriptions().get().get(0).values()) {
            logs.replicaInfos()
                    .forEach((partition, replica) -> sizes.merge(partition.topic(), replica.size(), Long::sum));
        }
        return sizes;
    }

    private static void print(
            int posts,
            double seconds,
            Map<String, Long> cpuBefore,
            Map<String, Long> cpuAfter,
            Map<String, Long> writtenBefore,
            Map<String, Long> writtenAfter) {
        System.out.printf("%d posts in %.1f s, %.0f a second%n", posts, seconds, posts / seconds);
        new TreeMap<>(cpuAfter)
                .forEach((kind, ns) -> System.out.printf(
                        "%-28s %8.1f us a post%n", kind, (ns - cpuBefore.getOrDefault(kind, 0L)) / 1e3 / posts));
        writtenAfter.forEach((topic, bytes) -> {
            var grown = bytes - writtenBefore.getOrDefault(topic, 0L);
            if (grown > 0) {
                System.out.printf("%-50s %8.0f bytes of log a post%n", topic, (double) grown / posts);
            }
        });
    }

    /** Records and their bytes as written, over the whole run. */
    private void sizes() {
        try (var consumer = consumer("read_uncommitted")) {
            for (var topic : new TreeMap<>(consumer.listTopics()).keySet()) {
                if (topic.startsWith("_")) {
                    continue;
                }
                consumer.assign(partitions(consumer, topic));
                var ends = consumer.endOffsets(consumer.assignment());
                consumer.seekToBeginning(consumer.assignment());
                long records = 0;
                long bytes = 0;
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    for (var row : consumer.poll(Duration.ofMillis(200))) {
                        records++;
                        bytes += row.serializedKeySize() + Math.max(0, row.serializedValueSize());
                    }
                }
                if (records > 0) {
                    System.out.printf(
                            "%-50s %9d records, %7.2f a post, %6d bytes each%n",
                            topic, records, (double) records / serial, bytes / records);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file :
                    new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
