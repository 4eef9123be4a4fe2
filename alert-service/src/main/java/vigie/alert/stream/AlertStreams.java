package vigie.alert.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.streams.KafkaStreamsMicrometerListener;

/** Runs the topology with the service; brokers, security and the state's folder come from {@code spring.kafka}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertStreamSettings.class)
class AlertStreams {

    private static final Logger log = LoggerFactory.getLogger(AlertStreams.class);

    @Bean
    StreamsBuilderFactoryBean alertDetectors(
            KafkaProperties kafka,
            AlertStreamSettings settings,
            @Value("${vigie.topics.replication:1}") int replication,
            MeterRegistry registry) {
        var streams = new StreamsBuilderFactoryBean(config(kafka, settings, replication));
        streams.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureTopology(Topology topology) {
                new AlertTopology(new AlertMeters(registry), Stores::persistentKeyValueStore).addTo(topology);
            }
        });
        // so that a restart need not wait for the old member to time out
        streams.setLeaveGroupOnClose(true);
        streams.setStreamsUncaughtExceptionHandler(AlertStreams::replace);
        streams.addListener(new KafkaStreamsMicrometerListener(registry));
        return streams;
    }

    /** What stopped a thread (broker, disk) is expected to come back; not asked as fast as threads can be made. */
    private static StreamThreadExceptionResponse replace(Throwable e) {
        log.error("a thread of the detectors failed and is replaced", e);
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    static KafkaStreamsConfiguration config(KafkaProperties kafka, AlertStreamSettings settings, int replication) {
        var config = new HashMap<>(kafka.buildStreamsProperties());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.group());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // after a crash the partitions go to another instance within ten seconds, not forty-five
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        return new KafkaStreamsConfiguration(config);
    }
}
