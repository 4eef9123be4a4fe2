package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vigie.model.Alert;
import vigie.model.Brand;
import vigie.model.SentimentLabel;
import vigie.topic.Topic;
import vigie.topic.TopicCreation;
import vigie.topic.Topics;

/** A real broker with the house's topics; what is said goes in, what is alerted comes out. */
final class BrandLine implements AutoCloseable {

    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1)
            .brokerProperties(Map.of(
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    // clocks of tests may be days ahead
                    "log.message.timestamp.after.max.ms", "864000000"));
    private final List<Alert> said = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private int letters;

    BrandLine() throws Exception {
        broker.afterPropertiesSet();
        try (var admin = admin()) {
            TopicCreation.ONE_MACHINE.ensure(admin);
        }
        producer = new KafkaProducer<>(bootstrap(), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", brokers(),
                        "isolation.level", "read_committed",
                        "group.id", "reader",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.ALERTS.name(), Topics.ANALYSED_MENTIONS.deadLetters()));
    }

    String brokers() {
        return broker.getBrokersAsString();
    }

    Admin admin() {
        return Admin.create(bootstrap());
    }

    private Map<String, Object> bootstrap() {
        return Map.of("bootstrap.servers", brokers());
    }

    void brand(String id) {
        send(Topics.BRANDS, id, new Brand(id, id, null, null, null, null, null, null, null, City.SINCE));
    }

    /** A negative mention of the usual brand. */
    void say(String id, Instant at) {
        send(Topics.ANALYSED_MENTIONS, City.BRAND, City.mention(id, at, SentimentLabel.NEGATIVE));
    }

    /** A negative mention. */
    void say(String brand, String id, Instant at) {
        send(Topics.ANALYSED_MENTIONS, brand, City.of(brand, City.mention(id, at, SentimentLabel.NEGATIVE)));
    }

    <V> void send(Topic<V> topic, String key, V value) {
        send(topic, key, topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    void send(Topic<?> topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic.name(), key, value));
    }

    /** Everything alerted so far, in order. */
    List<Alert> heard() {
        for (var row : consumer.poll(Duration.ofMillis(100))) {
            if (row.topic().equals(Topics.ALERTS.name())) {
                said.add(Topics.ALERTS.valueSerde().deserializer().deserialize(row.topic(), row.value()));
            } else {
                letters++;
            }
        }
        return said;
    }

    List<Alert> told() {
        return heard().stream().filter(Alert::tell).toList();
    }

    /** How many records could not be read. */
    int letters() {
        return letters;
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        broker.destroy();
    }
}
