package vigie.alert.history;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.store.MentionStore;

/** Wires this room, with the {@code spring.kafka} settings, security included. */
@Configuration(proxyBeanMethods = false)
class HistoryAccess {

    private static final String NAME = "vigie-rematch";

    @Bean
    Versions versions(KafkaProperties kafka) {
        return new Versions(kafka.buildConsumerProperties());
    }

    @Bean
    Comparison comparison(MentionStore store) {
        return new Comparison(store);
    }

    @Bean
    Rematches rematches(KafkaProperties kafka, TopicWriter writer, Clock clock) {
        return new Rematches(consumer(kafka), writer, clock);
    }

    @Bean
    Road road(KafkaProperties kafka, HistorySettings settings) {
        return new Road(kafka.buildAdminProperties(), consumer(kafka), settings);
    }

    @Bean
    RematchWorker rematchWorker(
            KafkaProperties kafka,
            MentionStore store,
            Setup setup,
            Rematches rematches,
            TopicWriter writer,
            Road road,
            @Value("${vigie.topics.words:30d}") Duration words,
            Clock clock) {
        var config = consumer(kafka);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, NAME);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // after a crash another instance, or the same one started again, waits no longer for the turn
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        var rematcher = new Rematcher(store, setup, rematches, writer, road, words, clock);
        return new RematchWorker(config, setup, rematches, rematcher);
    }

    private static Map<String, Object> consumer(KafkaProperties kafka) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }
}
