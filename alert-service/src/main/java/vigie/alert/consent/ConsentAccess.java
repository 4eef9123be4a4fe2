package vigie.alert.consent;

import java.time.Clock;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.alert.setup.TopicWriter;

/** Reads consents from the start of the service on. */
@Configuration(proxyBeanMethods = false)
class ConsentAccess {

    @Bean
    Consents consents(KafkaProperties kafka, TopicWriter writer, Clock clock) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new Consents(config, writer, clock);
    }
}
