package vigie.alert;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import vigie.alert.consent.Consents;
import vigie.alert.history.Rematches;
import vigie.alert.notify.Ledger;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.store.MentionStore;

/** When this instance may be sent requests: it has read what people set up, Kafka takes what it writes, its
 * detectors run and its live stream hears. */
@Configuration(proxyBeanMethods = false)
class Readiness {

    @Bean
    HealthIndicator tables(Setup setup, Consents consents, Ledger ledger, Rematches rematches) {
        return () -> state(
                setup.ready() && consents.ready() && ledger.ready() && rematches.ready(), "reading what people set up");
    }

    @Bean
    HealthIndicator writing(TopicWriter writer) {
        return () -> state(writer.ready(), "Kafka does not answer");
    }

    @Bean
    HealthIndicator streams(ObjectProvider<StreamsBuilderFactoryBean> topologies) {
        return () -> state(topologies.stream().allMatch(Readiness::running), "the detectors are not running yet");
    }

    @Bean
    HealthIndicator elasticsearch(MentionStore store) {
        return () -> state(store.ready(), "Elasticsearch does not answer");
    }

    private static boolean running(StreamsBuilderFactoryBean topology) {
        var streams = topology.getKafkaStreams();
        return streams != null && streams.state().isRunningOrRebalancing();
    }

    private static Health state(boolean up, String otherwise) {
        return up
                ? Health.up().build()
                : Health.outOfService().withDetail("reason", otherwise).build();
    }
}
