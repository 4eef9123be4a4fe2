package vigie.alert.setup;

import java.time.Clock;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables and the writer, with the {@code spring.kafka} settings, security included. */
@Configuration(proxyBeanMethods = false)
class SetupAccess {

    @Bean
    Setup setup(KafkaProperties kafka, Clock clock) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        // a table asked for too early must not make the broker invent its topic
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new Setup(config, clock);
    }

    @Bean
    TopicWriter topicWriter(KafkaProperties kafka) {
        return new TopicWriter(kafka.buildProducerProperties());
    }
}
