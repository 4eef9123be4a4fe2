package vigie.analysis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vigie.topic.TopicCreation;

/**
 * How missing topics are created, and how long what was read can be read again.
 *
 * @param partitions of the topics that spread
 * @param replication replicas of every topic
 * @param words how long people's words stay on Kafka
 */
@ConfigurationProperties("vigie.topics")
public record TopicSettings(
        @DefaultValue("4") int partitions,
        @DefaultValue("1") short replication,
        @DefaultValue("30d") Duration words) {

    TopicCreation creation() {
        return new TopicCreation(partitions, replication, words);
    }
}
