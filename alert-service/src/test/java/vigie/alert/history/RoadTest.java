package vigie.alert.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vigie.topic.Topic;
import vigie.topic.TopicCreation;
import vigie.topic.Topics;

class RoadTest {

    private static final HistorySettings GROUPS = new HistorySettings("matching", "analysis", "index");

    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1)
            .brokerProperties(Map.of(
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1"));
    private Admin admin;
    private Road road;

    @BeforeEach
    void start() throws Exception {
        broker.afterPropertiesSet();
        admin = Admin.create(bootstrap());
        TopicCreation.ONE_MACHINE.ensure(admin);
        road = new Road(bootstrap(), bootstrap(), GROUPS);
    }

    @AfterEach
    void stop() {
        road.close();
        admin.close();
        broker.destroy();
    }

    private Map<String, Object> bootstrap() {
        return Map.of("bootstrap.servers", broker.getBrokersAsString());
    }

    @Test
    void anEmptyRoadHoldsNobodyUp() {
        assertThat(road.walk().waitsFor()).isNull();
    }

    @Test
    void whoHasNotReadWhatWasWrittenIsNamedUntilItHas() throws Exception {
        writeToAllPartitions(Topics.POSTS);
        var walk = road.walk();
        assertThat(walk.waitsFor()).isEqualTo("matching");
        commit("matching", Topics.POSTS, 1);
        assertThat(walk.waitsFor()).isEqualTo("index-posts");
        commit("index-posts", Topics.POSTS, 1);
        assertThat(walk.waitsFor()).isNull();
    }

    @Test
    void endsOfTransactionsOnAnyNumberOfPartitionsAreNotWaitedFor() throws Exception {
        writeToAllPartitions(Topics.ANALYSED_MENTIONS);
        assertThat(road.walk().waitsFor()).isEqualTo("index-mentions");
        commit("index-mentions", Topics.ANALYSED_MENTIONS, 1);
        assertThat(road.walk().waitsFor()).isNull();
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return Stream.of(0, 1, 2, 3).map(p -> new TopicPartition(topic.name(), p));
    }

    private void writeToAllPartitions(Topic<?> topic) {
        var config = new HashMap<>(bootstrap());
        config.put("transactional.id", "test");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            partitions(topic)
                    .forEach(p -> producer.send(new ProducerRecord<>(p.topic(), p.partition(), "k", new byte[] {1})));
            producer.commitTransaction();
        }
    }

    private void commit(String group, Topic<?> topic, long offset) throws Exception {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        partitions(topic).forEach(p -> offsets.put(p, new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
}
