package vigie.alert.live;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import tools.jackson.databind.node.ObjectNode;
import vigie.alert.setup.Setup;
import vigie.json.Json;
import vigie.model.Alert;
import vigie.model.AnalysedMention;
import vigie.model.Brand;
import vigie.model.Notification;
import vigie.store.StoredMention;
import vigie.store.Voice;
import vigie.topic.Topic;

/** Turns records into events people may see: only of brands that exist, and not of an earlier brand with the same id. */
final class Decoding {

    private final Setup setup;

    Decoding(Setup setup) {
        this.setup = setup;
    }

    /** The record's value, or nothing when it is unreadable or a tombstone. */
    static Optional<Object> value(ConsumerRecord<String, byte[]> row) {
        return Positions.FOLLOWED.values().stream()
                .filter(topic -> topic.name().equals(row.topic()))
                .findFirst()
                .flatMap(topic -> read(topic, row));
    }

    private static Optional<Object> read(Topic<?> topic, ConsumerRecord<String, byte[]> row) {
        try {
            return Optional.ofNullable(topic.valueSerde().deserializer().deserialize(row.topic(), row.value()));
        } catch (KafkaException e) {
            return Optional.empty();
        }
    }

    Optional<LiveEvent> event(Object value, Positions after) {
        if (value instanceof AnalysedMention mention) {
            return setup.brand(mention.brand())
                    .filter(brand -> Objects.equals(brand.since(), mention.brandSince()))
                    .map(brand -> event(after, "mention", mention.brand(), json(mention, brand)));
        }
        if (value instanceof Alert alert) {
            return setup.brand(alert.brand())
                    .map(brand -> new LiveEvent(
                            after.toString(),
                            "alert",
                            alert.brand(),
                            Map.of("en", write(AlertItem.of(alert, "en")), "fr", write(AlertItem.of(alert, "fr")))));
        }
        if (value instanceof Notification told) {
            return setup.brand(told.brand())
                    .map(brand -> event(after, "notification", told.brand(), write(NotificationItem.of(told))));
        }
        throw new AssertionError(value);
    }

    /** The mention as lists show it, and what became of it. */
    private static String json(AnalysedMention mention, Brand brand) {
        ObjectNode node = mention.post() == null ? withdrawn(mention) : shown(StoredMention.of(mention), brand);
        node.putPOJO("change", mention.change());
        node.put("revision", mention.revision());
        return write(node);
    }

    private static ObjectNode shown(StoredMention mention, Brand brand) {
        ObjectNode node = Json.mapper().valueToTree(mention);
        Voice.of(mention, brand.ownAuthors()).ifPresent(voice -> node.put("voice", voice.wire()));
        return node;
    }

    private static ObjectNode withdrawn(AnalysedMention mention) {
        return Json.mapper()
                .createObjectNode()
                .put("mentionId", mention.mentionId())
                .put("brand", mention.brand())
                .put("postId", mention.postId());
    }

    private static LiveEvent event(Positions after, String name, String brand, String json) {
        return new LiveEvent(after.toString(), name, brand, Map.of("en", json));
    }

    private static String write(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
