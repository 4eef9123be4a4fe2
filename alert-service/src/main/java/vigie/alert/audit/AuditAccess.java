package vigie.alert.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.alert.history.Versions;
import vigie.door.DoorSettings;
import vigie.door.Seal;

/** Wires the audit log's writer. */
@Configuration(proxyBeanMethods = false)
class AuditAccess {

    @Bean
    AuditWriter auditWriter(KafkaProperties kafka, DoorSettings door) {
        var consumer = new HashMap<>(kafka.buildConsumerProperties());
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, Versions.WRITER);
        consumer.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(OneReader.class));
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        var producer = new HashMap<>(kafka.buildProducerProperties());
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, Versions.WRITER);
        var apiKey = Objects.requireNonNull(door.apiKey(), "a service without a key does not start");
        return new AuditWriter(consumer, producer, new Seal(apiKey, "vigie audit 1"));
    }
}
