package vigie.analysis.stream;

import java.util.HashMap;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.analysis.TopicSettings;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.sentiment.SentimentModel;

/** The topology with its settings; brokers and security come from {@code spring.kafka}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class StreamAccess {

    @Bean
    TuningTable tunings(KafkaProperties kafka) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        // a table asked for too early must not make the broker invent its topic
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new TuningTable(config);
    }

    @Bean("streams")
    StreamsProcess streams(
            KafkaProperties kafka,
            StreamSettings settings,
            TopicSettings topics,
            LanguageDetector languages,
            SentimentModel sentiments,
            TuningTable tunings) {
        var judge = new Judge(languages, sentiments, settings.reach());
        var virality = settings.virality().settings();
        var retention = new Retention(topics.words(), settings.pace());
        return new StreamsProcess(
                () -> {
                    tunings.await();
                    return AnalysisTopology.of(
                            judge,
                            virality,
                            retention,
                            settings.stories().limits(),
                            settings.brands().settings(),
                            tunings);
                },
                config(kafka, settings, topics));
    }

    private static Properties config(KafkaProperties kafka, StreamSettings settings, TopicSettings topics) {
        var config = new Properties();
        config.putAll(kafka.buildStreamsProperties());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.group());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replication());
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Undone.class);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // nobody can read a record before its transaction ends, which sends what is left: sooner only makes more
        // requests
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), (int)
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        // the first write of a transaction may find the one before not quite ended; the default waits longer than our
        // commit interval
        config.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 20);
        // a machine busy with something else must not lose its transaction for it
        config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1_000);
        return config;
    }
}
