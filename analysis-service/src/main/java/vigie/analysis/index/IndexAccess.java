package vigie.analysis.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import vigie.store.MentionStore;

/** Listener containers and the index they fill. */
@Configuration(proxyBeanMethods = false)
class IndexAccess {

    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 15_000;

    @Bean
    MentionStore mentionStore(ElasticsearchSettings settings) {
        return MentionStore.open(settings.store());
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> kafkaListenerContainerFactory(
            KafkaProperties kafka, IndexSettings settings) {
        var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(
                consumer(kafka, settings), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        factory.setBatchListener(true);
        factory.setConcurrency(settings.threads());
        factory.getContainerProperties().setAckMode(AckMode.BATCH);
        factory.getContainerProperties().setListenerTaskExecutor(behindTheAlerts());
        factory.getContainerProperties().setObservationEnabled(false);
        factory.setCommonErrorHandler(patience());
        return factory;
    }

    /** On a machine with too much to do, the index falls behind before the alerts do. */
    private static AsyncTaskExecutor behindTheAlerts() {
        var threads = new SimpleAsyncTaskExecutor("index-");
        threads.setThreadPriority(Thread.MIN_PRIORITY);
        return threads;
    }

    /**
     * Gives the same batch again, for ever, while the consumer is paused and keeps polling: order is kept, the group is not
     * rebalanced, and an Elasticsearch that was away for an hour is simply caught up with.
     */
    private static DefaultErrorHandler patience() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MS);
        var handler = new DefaultErrorHandler(pauses);
        // every exception is worth trying again: what is wrong with a record itself never gets here as one
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private static Map<String, Object> consumer(KafkaProperties kafka, IndexSettings settings) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        // the index shows what is new once a second: fewer, larger requests show nothing later
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1 << 20);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        return config;
    }

    /** Whether every listener has joined its group; Elasticsearch itself may come later. */
    @Bean
    HealthIndicator index(KafkaListenerEndpointRegistry listeners) {
        return () -> {
            var waiting = listeners.getListenerContainers().stream()
                    .filter(c -> c.getAssignedPartitions() == null
                            || c.getAssignedPartitions().isEmpty())
                    .map(c -> String.valueOf(c.getListenerId()))
                    .toList();
            return waiting.isEmpty()
                    ? Health.up().build()
                    : Health.outOfService().withDetail("waiting", waiting).build();
        };
    }

    @Bean
    HealthIndicator elasticsearch(MentionStore store) {
        return () -> store.ready()
                ? Health.up().build()
                : Health.down()
                        .withDetail("reason", "Elasticsearch does not answer; what is to be indexed waits on Kafka")
                        .build();
    }
}
