package vigie.alert.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import vigie.alert.setup.Setup;
import vigie.model.AnalysedMention;
import vigie.model.AnalysedMention.Change;
import vigie.model.BrandVersion;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.model.PostId;
import vigie.model.QueryMatch;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;
import vigie.topic.Topics;

/** Stands for matching, analysis and indexing: posts sent again become mentions or cease to be, and the groups move on. */
final class OtherServices implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final MentionStore store;
    private final Setup setup;
    private final Admin admin;
    private final KafkaConsumer<String, PostEvent> posts;
    private final Thread thread;
    private final AtomicInteger sentAgain = new AtomicInteger();
    private volatile boolean closed;

    OtherServices(EmbeddedKafkaBroker broker, MentionStore store, Setup setup) {
        this.store = store;
        this.setup = setup;
        admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()));
        posts = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                new StringDeserializer(),
                Topics.POSTS.valueSerde().deserializer());
        var partitions = partitions(Topics.POSTS.name());
        posts.assign(partitions);
        posts.seekToEnd(partitions);
        partitions.forEach(posts::position);
        thread = new Thread(this::run, "other-services");
        thread.start();
    }

    /** How many posts came by again. */
    int sentAgain() {
        return sentAgain.get();
    }

    static AnalysedMention mention(String brand, Post post, List<QueryMatch> matches, Change change, long version) {
        return new AnalysedMention(
                PostId.mention(post.postId(), brand),
                brand,
                null,
                post.postId(),
                change,
                1,
                version,
                null,
                change == Change.WITHDRAWN ? null : post,
                post.eventTime(),
                matches,
                "en",
                new Sentiment(SentimentLabel.NEUTRAL, 0, 0.9, List.of(), "test-1"),
                Virality.NONE,
                new Reach(1, 2),
                "story",
                post.eventTime(),
                post.eventTime(),
                null);
    }

    private List<TopicPartition> partitions(String topic) {
        return posts.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
    }

    private void run() {
        while (!closed) {
            var writes = new ArrayList<StoreWrite>();
            for (var row : posts.poll(POLL)) {
                if (row.value() instanceof PostEvent.Rematched again) {
                    sentAgain.incrementAndGet();
                    setup.brand(again.brand()).ifPresent(brand -> {
                        var queries = BrandQueries.of(BrandVersion.of(brand, Instant.EPOCH, ""));
                        var matches = queries.matches(again.post());
                        writes.add(StoreWrite.mention(mention(
                                brand.id(),
                                again.post(),
                                matches,
                                matches.isEmpty() ? Change.WITHDRAWN : Change.FIRST,
                                row.timestamp())));
                    });
                }
            }
            if (!writes.isEmpty()) {
                store.bulk(writes);
            }
            moveOn();
        }
    }

    private void moveOn() {
        commit("vigie-matching", Topics.POSTS.name());
        commit("vigie-analysis", Topics.MENTIONS.name());
        commit("vigie-index-mentions", Topics.ANALYSED_MENTIONS.name());
        commit("vigie-index-posts", Topics.POSTS.name());
    }

    private void commit(String group, String topic) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        try {
            if (topic.equals(Topics.POSTS.name())) {
                partitions(topic).forEach(p -> offsets.put(p, new OffsetAndMetadata(posts.position(p))));
            } else {
                var latest = partitions(topic).stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
                admin.listOffsets(latest)
                        .all()
                        .get()
                        .forEach((p, end) -> offsets.put(p, new OffsetAndMetadata(end.offset())));
            }
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        posts.close();
        admin.close();
    }
}
