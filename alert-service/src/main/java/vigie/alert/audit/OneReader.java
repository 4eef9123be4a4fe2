package vigie.alert.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.internals.AbstractPartitionAssignor;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives every partition to one member of the group, whatever their number: a chain can be written by one hand only. The others stand by.
 * Public because Kafka makes it.
 */
public final class OneReader extends AbstractPartitionAssignor {

    @Override
    public String name() {
        return "one-reader";
    }

    @Override
    public Map<String, List<TopicPartition>> assign(
            Map<String, Integer> partitionsPerTopic, Map<String, Subscription> subscriptions) {
        var all = new ArrayList<TopicPartition>();
        partitionsPerTopic.forEach((topic, count) -> {
            for (int p = 0; p < count; p++) {
                all.add(new TopicPartition(topic, p));
            }
        });
        var assignment = new HashMap<String, List<TopicPartition>>();
        subscriptions.keySet().forEach(member -> assignment.put(member, new ArrayList<>()));
        assignment.put(Collections.min(subscriptions.keySet()), all);
        return assignment;
    }
}
