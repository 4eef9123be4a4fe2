package vigie.ingest.matching;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;
import vigie.ingest.Instance;
import vigie.ingest.KafkaWriter;
import vigie.ingest.TopicsReady;
import vigie.model.Brand;
import vigie.model.MatcherStatus;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/**
 * The matcher's life: reads all brands first, then matches posts, and reports which brands it has applied. A transient fault rolls
 * the batch back and waits longer each time; Kafka keeps the posts meanwhile.
 */
@Component("matching")
class Matching implements HealthIndicator, AutoCloseable {

    static final String GROUP = "vigie-matching";

    private static final Logger log = LoggerFactory.getLogger(Matching.class);
    private static final long BETWEEN_POLLS_MS = 40;
    private static final long LONGEST_WAIT_MS = 10_000;

    private final KafkaProperties kafka;
    private final MatchingSettings settings;
    private final Instance instance;
    private final KafkaWriter writer;
    private final Clock clock;
    private final QueryMatcher matcher = new QueryMatcher();
    private final Map<String, @Nullable Brand> changes = new HashMap<>();
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> listener;
    private volatile @Nullable TopicTable<Brand> brands;
    private volatile boolean started;
    private volatile boolean closed;

    Matching(KafkaProperties kafka, MatchingSettings settings, Instance instance, KafkaWriter writer, Clock clock) {
        this.kafka = kafka;
        this.settings = settings;
        this.instance = instance;
        this.writer = writer;
        this.clock = clock;
        producers = producers();
        listener = listener();
    }

    @EventListener
    void begin(TopicsReady ready) {
        brands = new TopicTable<>(Topics.BRANDS, kafka.buildConsumerProperties(), changes::put, this::applied);
        var thread = new Thread(this::startOnceBrandsAreKnown, "matching-start");
        thread.setDaemon(true);
        thread.start();
    }

    private void startOnceBrandsAreKnown() {
        var table = brands;
        try {
            while (table != null && !closed && !table.awaitReady(Duration.ofSeconds(5))) {
                log.info("still reading the brands");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!closed) {
            report();
            listener.start();
            started = true;
            log.info("matching {} queries", matcher.size());
        }
    }

    /** On the table's thread, as {@code changes} are filled. */
    private void applied() {
        try {
            matcher.apply(changes);
        } catch (RuntimeException e) {
            // not reported as applied, and tried again with the next change
            log.error("brands could not be applied", e);
            return;
        }
        changes.clear();
        report();
    }

    @Scheduled(fixedDelayString = "3s")
    void report() {
        var table = brands;
        if (table != null && table.ready() && !closed) {
            var status = new MatcherStatus(instance.instance(), table.applied(), clock.instant());
            var unused = writer.write(Topics.MATCHER_STATUS, instance.instance(), status);
        }
    }

    /**
     * Starts the listener again after it lost its transactions to a twin or to a time limit. It stops then, for going on would skip
     * the batch at hand.
     */
    @Scheduled(fixedDelayString = "1s")
    void revive() {
        if (started && !closed && !isListening()) {
            log.warn("the matcher had stopped; it starts again where it was");
            listener.stop();
            listener.start();
        }
    }

    private boolean isListening() {
        return listener.isRunning() && listener.getContainers().stream().allMatch(child -> child.isRunning());
    }

    @Override
    public Health health() {
        var table = brands;
        boolean ready = table != null && table.ready() && isListening();
        return (ready ? Health.up() : Health.outOfService())
                .withDetail("queries", matcher.size())
                .build();
    }

    private DefaultKafkaProducerFactory<byte[], byte[]> producers() {
        var config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // the end of the transaction sends what is left
        config.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // what a killed process left open blocks readers no longer than this, unless it comes back under the same name
        // at once
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        var factory = new DefaultKafkaProducerFactory<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        factory.setTransactionIdPrefix("vigie-matching-" + instance.instance() + "-");
        return factory;
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> listener() {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        var properties = new ContainerProperties(Topics.POSTS.name());
        properties.setGroupId(GROUP);
        properties.setClientId(GROUP);
        properties.setStopContainerWhenFenced(true);
        // many small transactions would cost the broker more than this wait costs an alert
        properties.setIdleBetweenPolls(BETWEEN_POLLS_MS);
        properties.setKafkaAwareTransactionManager(new KafkaTransactionManager<>(producers));
        properties.setMessageListener(new MatchingListener(matcher, new KafkaTemplate<>(producers)));
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(settings.threads());
        container.setBeanName("matching");
        container.setAfterRollbackProcessor(untilItWorks());
        return container;
    }

    private static DefaultAfterRollbackProcessor<byte[], byte[]> untilItWorks() {
        var wait = new ExponentialBackOff(200, 2);
        wait.setMaxInterval(LONGEST_WAIT_MS);
        var processor = new DefaultAfterRollbackProcessor<byte[], byte[]>(wait);
        processor.setClassifications(Map.of(), true);
        return processor;
    }

    @Override
    public void close() {
        closed = true;
        listener.stop();
        var table = brands;
        if (table != null) {
            table.close();
            // nobody need wait for this instance any more
            writer.write(Topics.MATCHER_STATUS, instance.instance(), null)
                    .handle((done, e) -> done)
                    .join();
        }
        producers.destroy();
    }
}
