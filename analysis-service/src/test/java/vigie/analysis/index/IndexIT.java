package vigie.analysis.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vigie.model.AnalysedMention;
import vigie.model.AnalysedMention.Change;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.model.PostId;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;
import vigie.server.TestServers;
import vigie.store.MentionStore;
import vigie.store.StoreUnavailable;
import vigie.topic.Topic;
import vigie.topic.TopicCreation;
import vigie.topic.Topics;

/** The listeners against a real broker and a real Elasticsearch, which the tests take away and bring back. */
class IndexIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AtomicInteger RUN = new AtomicInteger();

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    @EnableConfigurationProperties({ElasticsearchSettings.class, IndexSettings.class})
    @Import({IndexAccess.class, IndexListener.class, IndexWriter.class, DeadLetters.class})
    static class Room {}

    private final EmbeddedKafkaBroker broker =
            new EmbeddedKafkaKraftBroker(1, 1).brokerProperty("offsets.topic.replication.factor", "1");
    private Doorway doorway;
    private KafkaProducer<String, byte[]> producer;
    private ConfigurableApplicationContext room;
    private MentionStore store;

    @BeforeEach
    void start() throws Exception {
        broker.afterPropertiesSet();
        doorway = new Doorway(URI.create(TestServers.elasticsearch().uri()));
        try (var admin = Admin.create(bootstrap())) {
            TopicCreation.ONE_MACHINE.ensure(admin);
        }
        producer = new KafkaProducer<>(bootstrap(), new StringSerializer(), new ByteArraySerializer());
        room = new SpringApplicationBuilder(Room.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                        "--vigie.elasticsearch.uri=" + doorway.uri(),
                        "--vigie.elasticsearch.prefix=indexit" + RUN.incrementAndGet(),
                        "--vigie.index.batch=500");
        store = room.getBean(MentionStore.class);
    }

    @AfterEach
    void stop() throws Exception {
        room.close();
        producer.close();
        doorway.close();
        broker.destroy();
    }

    private Map<String, Object> bootstrap() {
        return Map.of("bootstrap.servers", broker.getBrokersAsString());
    }

    @Test
    void theSameRecordsAgainGiveTheSameDocuments() throws Exception {
        doorway.open();
        for (int i = 0; i < 700; i++) {
            send(Topics.ANALYSED_MENTIONS, "rail", mention(i, Change.FIRST, 1, 1000 + i));
        }
        send(Topics.ANALYSED_MENTIONS, "rail", mention(3, Change.REVISED, 2, 5000));
        send(Topics.ANALYSED_MENTIONS, "rail", mention(4, Change.WITHDRAWN, 2, 5001));
        awaitRevision(3, 2);
        assertGone(4);

        rewind(Topics.ANALYSED_MENTIONS, "vigie-index-mentions");
        send(Topics.ANALYSED_MENTIONS, "rail", mention(9999, Change.FIRST, 1, 9000));
        awaitRevision(9999, 1);
        store.refresh();
        for (int i : List.of(0, 3, 699)) {
            assertThat(store.mention(id(i))).isPresent();
        }
        assertThat(text(3)).isEqualTo("revision 2 of 3");
        assertGone(4);
    }

    @Test
    void anElasticsearchThatWasAwayIsCaughtUpWithInOrder() {
        for (int i = 0; i < 50; i++) {
            send(Topics.ANALYSED_MENTIONS, "rail", mention(i, Change.FIRST, 1, 1000 + i));
            send(Topics.ANALYSED_MENTIONS, "rail", mention(i, Change.REVISED, 2, 2000 + i));
        }
        // nothing is passed over while it is away
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(20))
                .until(() -> committed("vigie-index-mentions") == 0);
        doorway.open();
        awaitRevision(49, 2);
        assertThat(IntStream.range(0, 50)).allSatisfy(i -> assertThat(text(i)).isEqualTo("revision 2 of " + i));

        doorway.shut();
        send(Topics.ANALYSED_MENTIONS, "rail", mention(7, Change.REVISED, 3, 3000));
        doorway.open();
        awaitRevision(7, 3);
        assertThat(letters(Topics.ANALYSED_MENTIONS)).isZero();
    }

    @Test
    void whatCanNeverBeIndexedIsADeadLetterAndTheRestGoesOn() {
        doorway.open();
        producer.send(new ProducerRecord<>("analysed-mentions", "rail", "{not json".getBytes()));
        send(Topics.ANALYSED_MENTIONS, "rail", mention(1, Change.FIRST, 1, 1000));
        producer.send(new ProducerRecord<>("posts", "x:1", null));
        awaitRevision(1, 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> letters(Topics.ANALYSED_MENTIONS) == 1 && letters(Topics.POSTS) == 1);
    }

    @Test
    void postsAreFoundWhetherTheyAreMentionsOrNot() {
        doorway.open();
        var post = Post.of("x", "1", NOON, "hello");
        send(Topics.POSTS, post.postId(), new PostEvent.Published(post, NOON, "push"));
        await().atMost(Duration.ofSeconds(60))
                .ignoreException(StoreUnavailable.class)
                .until(() -> {
                    store.refresh();
                    return store.deletePost("x:1", Instant.now()).posts() == 1;
                });
    }

    private <V> void send(Topic<V> topic, String key, V value) {
        producer.send(new ProducerRecord<>(
                topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    private static String id(int i) {
        return PostId.mention("x:" + i, "rail");
    }

    private static AnalysedMention mention(int i, Change change, long revision, long version) {
        var gone = change == Change.WITHDRAWN;
        return new AnalysedMention(
                id(i),
                "rail",
                null,
                "x:" + i,
                change,
                revision,
                version,
                null,
                gone ? null : Post.of("x", "" + i, NOON, "revision " + revision + " of " + i),
                NOON,
                List.of(),
                "en",
                new Sentiment(SentimentLabel.NEUTRAL, 0, 1, List.of(), "none"),
                Virality.NONE,
                Reach.UNKNOWN,
                "story",
                NOON,
                NOON,
                null);
    }

    private void awaitRevision(int i, long revision) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreException(StoreUnavailable.class)
                .until(() -> text(i).equals("revision " + revision + " of " + i));
    }

    private String text(int i) {
        store.refresh();
        return store.mention(id(i)).map(m -> m.text()).orElse("");
    }

    private void assertGone(int i) {
        store.refresh();
        assertThat(store.mention(id(i))).isEmpty();
    }

    private void rewind(Topic<?> topic, String group) throws Exception {
        var listener = room.getBean(KafkaListenerEndpointRegistry.class).getListenerContainer(group);
        listener.stop();
        try (var admin = Admin.create(bootstrap())) {
            var offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            offsets.replaceAll((partition, offset) -> new OffsetAndMetadata(0));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                admin.alterConsumerGroupOffsets(group, offsets).all().get();
                return true;
            });
        }
        listener.start();
    }

    private long committed(String group) {
        try (var admin = Admin.create(bootstrap())) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long letters(Topic<?> topic) {
        try (var consumer =
                new KafkaConsumer<>(bootstrap(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic.deadLetters(), 0);
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }
}
