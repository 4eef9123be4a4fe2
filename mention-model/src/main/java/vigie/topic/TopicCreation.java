package vigie.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates what is missing on the broker. Each service calls it at start, so the order of starting does not matter.
 *
 * @param partitions of the topics that spread
 * @param replication replicas of every topic
 * @param words how long people's words stay on Kafka
 */
public record TopicCreation(int partitions, short replication, Duration words) {

    public static final TopicCreation ONE_MACHINE = new TopicCreation(4, (short) 1, Topics.WORDS);

    /**
     * Creates all topics and their dead-letter topics; existing ones are left as they are. A topic that a later release brings gets as
     * many partitions as the others have, whatever the setting says now: records of one key must meet on one instance.
     */
    public void ensure(Admin admin) throws InterruptedException {
        var topics = new ArrayList<NewTopic>();
        var spread = spread(admin);
        for (var topic : Topics.ALL) {
            topics.add(newTopic(topic, spread));
            if (!topic.compacted()) {
                topics.add(new NewTopic(topic.deadLetters(), 1, replication)
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, ms(words))));
            }
        }
        create(admin, topics);
    }

    private int spread(Admin admin) throws InterruptedException {
        try {
            var mentions = admin.describeTopics(List.of(Topics.MENTIONS.name()))
                    .allTopicNames()
                    .get()
                    .get(Topics.MENTIONS.name());
            return mentions == null ? partitions : mentions.partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return partitions;
            }
            throw new IllegalStateException("cannot look at the topics: " + e.getCause(), e);
        }
    }

    private void create(Admin admin, List<NewTopic> topics) throws InterruptedException {
        for (var result : admin.createTopics(topics).values().values()) {
            try {
                result.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("cannot create the topics: " + e.getCause(), e);
                }
            }
        }
    }

    private NewTopic newTopic(Topic<?> topic, int spread) {
        var config = new HashMap<String, String>();
        // documents take the append time as their version, so it must be the broker's, not a client's
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (topic.compacted()) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            config.put(TopicConfig.RETENTION_MS_CONFIG, retention(topic));
        }
        return new NewTopic(topic.name(), topic.spread() ? spread : 1, replication).configs(config);
    }

    private String retention(Topic<?> topic) {
        var retention = topic.retention();
        if (retention == null) {
            return "-1";
        }
        return ms(retention.equals(Topics.WORDS) ? words : retention);
    }

    private static String ms(Duration d) {
        return Long.toString(d.toMillis());
    }
}
