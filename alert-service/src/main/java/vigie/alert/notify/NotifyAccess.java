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
import vigie.alert.consent.Consents;
import vigie.alert.link.SignedLinks;
import vigie.alert.live.Watch;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.store.MentionStore;
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
        return new Ledger(consumer(kafka), writer);
    }

    @Bean
    Incidents incidents(Watch watch, MentionStore store) {
        return new Incidents(watch, store);
    }

    @Bean
    Exemplars exemplars(MentionStore store) {
        return new Exemplars(store);
    }

    @Bean
    Routing routing(Setup setup, NotifySettings settings) {
        return new Routing(setup, settings.groupInterval());
    }

    @Bean
    Repeats repeats(Ledger ledger, Routing routing, Incidents incidents, Clock clock) {
        return new Repeats(ledger, routing, incidents, clock);
    }

    @Bean
    Stages stages(Setup setup, Ledger ledger, Channels channels, Consents consents, Clock clock) {
        return new Stages(setup, ledger, channels, consents, clock);
    }

    @Bean
    Composer composer(
            Setup setup,
            Channels channels,
            Incidents incidents,
            Exemplars exemplars,
            Consents consents,
            SignedLinks links,
            NotifySettings settings,
            Clock clock) {
        return new Composer(setup, channels, incidents, exemplars, consents, links, settings, clock);
    }

    @Bean
    Outgoing outgoing(
            Ledger ledger,
            Setup setup,
            Incidents incidents,
            Stages stages,
            Composer composer,
            Repeats repeats,
            NotifySettings settings,
            Clock clock) {
        var gate = new Gate(setup, incidents, stages, clock);
        return new Outgoing(ledger, gate, composer, repeats, settings, new Lanes(), clock);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> notifyContainer(
            KafkaProperties kafka,
            Setup setup,
            Consents consents,
            Ledger ledger,
            Stages stages,
            Routing routing,
            Outgoing outgoing,
            Repeats repeats,
            NotifySettings settings,
            Clock clock) {
        var listener = new AlertListener(
                stages.all(routing, settings.staleAfter()),
                ledger,
                outgoing,
                repeats,
                () -> setup.ready() && consents.ready(),
                clock);
        var properties = new ContainerProperties(Topics.ALERTS.name());
        properties.setGroupId(GROUP);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        var config = consumer(kafka);
        // a warning does not wait 45 s for a process that was killed
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer()),
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
