package vigie.local.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** Follows the natural path of a post through its topics: what was written last, how much a minute, and who lags behind. */
final class Stages {

    static final Duration RATE_OVER = Duration.ofMinutes(1);

    private static final Map<String, Topic<?>> PATH = path();

    private final Admin admin;
    private final TopicWindow window;
    private final Instant now;

    Stages(Admin admin, TopicWindow window, Instant now) {
        this.admin = admin;
        this.window = window;
        this.now = now;
    }

    private static Map<String, Topic<?>> path() {
        var path = new LinkedHashMap<String, Topic<?>>();
        path.put("received", Topics.POSTS);
        path.put("counters moved", Topics.ENGAGEMENTS);
        path.put("matched", Topics.MENTIONS);
        path.put("hashtags", Topics.HASHTAG_HITS);
        path.put("analysed", Topics.ANALYSED_MENTIONS);
        path.put("trends", Topics.HASHTAG_TRENDS);
        path.put("alerts", Topics.ALERTS);
        path.put("notifications", Topics.NOTIFICATIONS);
        return path;
    }

    List<Report.StageLine> look() throws InterruptedException, ExecutionException {
        var partitions = partitions();
        var last = last(partitions);
        var committed = committed();
        var lines = new ArrayList<Report.StageLine>();
        for (var stage : PATH.entrySet()) {
            var topic = stage.getValue().name();
            if (partitions.stream().anyMatch(p -> p.topic().equals(topic))) {
                lines.add(new Report.StageLine(
                        stage.getKey(),
                        topic,
                        last.get(topic),
                        window.since(topic, now.minus(RATE_OVER), row -> {}),
                        readers(topic, partitions, committed)));
            }
        }
        return lines;
    }

    private List<TopicPartition> partitions() throws InterruptedException, ExecutionException {
        var there = new HashSet<>(admin.listTopics().names().get());
        there.retainAll(PATH.values().stream().map(Topic::name).toList());
        return admin.describeTopics(there).allTopicNames().get().values().stream()
                .flatMap(t -> partitions(t).stream())
                .toList();
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(p -> new TopicPartition(topic.name(), p.partition()))
                .toList();
    }

    private Map<String, Instant> last(List<TopicPartition> partitions) throws InterruptedException, ExecutionException {
        var newest = new HashMap<String, Instant>();
        var asked = partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.maxTimestamp()));
        admin.listOffsets(asked).all().get().forEach((partition, found) -> {
            if (found.timestamp() >= 0) {
                newest.merge(
                        partition.topic(), Instant.ofEpochMilli(found.timestamp()), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        return newest;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed()
            throws InterruptedException, ExecutionException {
        var groups = admin.listGroups(new ListGroupsOptions()).valid().get().stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toMap(g -> g, g -> new ListConsumerGroupOffsetsSpec()));
        return new TreeMap<>(admin.listConsumerGroupOffsets(groups).all().get());
    }

    private List<Report.Reader> readers(
            String topic,
            List<TopicPartition> partitions,
            Map<String, Map<TopicPartition, @Nullable OffsetAndMetadata>> committed) {
        var readers = new ArrayList<Report.Reader>();
        committed.forEach((group, offsets) -> {
            if (offsets.keySet().stream().anyMatch(p -> p.topic().equals(topic))) {
                var starts = new HashMap<TopicPartition, Long>();
                partitions.stream().filter(p -> p.topic().equals(topic)).forEach(p -> {
                    var at = offsets.get(p);
                    starts.put(p, at == null ? 0 : at.offset());
                });
                readers.add(new Report.Reader(group, window.count(starts, row -> {})));
            }
        });
        return readers;
    }
}
