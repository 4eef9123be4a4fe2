package vigie.alert.consent;

import java.time.Clock;
import java.util.HashMap;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.alert.setup.TopicWriter;
import vigie.door.DoorSettings;

/** Reads consents from the start of the service on. */
@Configuration(proxyBeanMethods = false)
class ConsentAccess {

    @Bean
    Consents consents(
            KafkaProperties kafka, DoorSettings door, ConsentSettings settings, TopicWriter writer, Clock clock) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        var apiKey = Objects.requireNonNull(door.apiKey(), "a service without a key does not start");
        return new Consents(config, new ConsentIds(apiKey, settings.formerApiKeys()), writer, clock);
    }
}
