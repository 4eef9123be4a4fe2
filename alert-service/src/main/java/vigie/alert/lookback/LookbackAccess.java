package vigie.alert.lookback;

import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.alert.setup.TopicWriter;

/** Wires the one who answers the detectors; the instances share the questions by brand. */
@Configuration(proxyBeanMethods = false)
class LookbackAccess {

    private static final String GROUP = "vigie-lookback";

    @Bean
    LookbackWorker lookbackWorker(KafkaProperties kafka, TopicWriter writer, PastCounts counts) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20);
        return new LookbackWorker(config, writer, new Answers(counts));
    }
}
