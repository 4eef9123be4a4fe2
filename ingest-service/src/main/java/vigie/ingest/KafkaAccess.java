package vigie.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kafka clients from the {@code spring.kafka} settings, security included. */
@Configuration(proxyBeanMethods = false)
class KafkaAccess {

    @Bean
    Admin admin(KafkaProperties kafka) {
        var config = kafka.buildAdminProperties();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return Admin.create(config);
    }

    @Bean
    KafkaWriter writer(KafkaProperties kafka, WriterSettings settings) {
        return new KafkaWriter(producerConfig(kafka, settings));
    }

    private static Map<String, Object> producerConfig(KafkaProperties kafka, WriterSettings settings) {
        var config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.limit().toMillis() / 2);
        config.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) settings.limit().toMillis() / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                settings.limit().toMillis());
        return config;
    }
}
