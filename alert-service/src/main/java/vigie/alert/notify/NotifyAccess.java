package vigie.alert.notify;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/** Wires the way from an alert to its receivers. */
@Configuration(proxyBeanMethods = false)
class NotifyAccess {

    private static final String GROUP = "vigie-notify";
    private static final long PAUSE = 1_000;

    @Bean
    Channels channels(List<Notifier> notifiers) {
        return new Channels(notifiers);
    }

    @Bean
    Ledger ledger(KafkaProperties kafka, TopicWriter writer) {
        return new Ledger(new TopicTable<>(Topics.NOTIFICATIONS, consumer(kafka), (id, notification) -> {}), writer);
    }

    @Bean
    Outgoing outgoing(Ledger ledger, Setup setup, Channels channels, NotifySettings settings, Clock clock) {
        return new Outgoing(ledger, setup, channels, settings, clock);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> notifyContainer(
            KafkaProperties kafka,
            Setup setup,
            Ledger ledger,
            Outgoing outgoing,
            NotifySettings settings,
            Clock clock) {
        var stages = Stages.all(setup, ledger, clock, settings.staleAfter());
        var listener = new AlertListener(stages, ledger, outgoing, clock);
        var properties = new ContainerProperties(Topics.ALERTS.name());
        properties.setGroupId(GROUP);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        consumer(kafka), new StringDeserializer(), new ByteArrayDeserializer()),
                properties);
        // an alert that cannot be written down now is tried until it can: nobody's warning is skipped
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(PAUSE, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    private static Map<String, Object> consumer(KafkaProperties kafka) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }
}
