package vigie.alert.dashboard;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import vigie.alert.setup.TopicWriter;
import vigie.door.ComeBack;
import vigie.door.NotThere;
import vigie.model.QuarantineDecision;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/** Deals with dead letters: puts them back on their topic, or out of sight. */
@Component
class QuarantineDesk implements DisposableBean {

    private final DeadLetters letters;
    private final TopicWriter writer;
    private final Clock clock;
    private final TopicTable<QuarantineDecision> decided;

    /** What this instance decided and may not have read back yet. */
    private final Map<String, QuarantineDecision> mine = new ConcurrentHashMap<>();

    QuarantineDesk(DeadLetters letters, TopicWriter writer, KafkaProperties kafka, Clock clock) {
        this.letters = letters;
        this.writer = writer;
        this.clock = clock;
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        decided = new TopicTable<>(Topics.QUARANTINE_DECISIONS, config, (id, decision) -> mine.remove(id));
    }

    boolean isDealtWith(String id) {
        return mine.containsKey(id) || decided.get(id) != null;
    }

    /** How many letters of these topics were dealt with. */
    long dealtWith(Set<String> deadLetterTopics) {
        return Stream.concat(mine.keySet().stream(), decided.rows().keySet().stream())
                .distinct()
                .filter(id -> deadLetterTopics.contains(id.substring(0, Math.max(0, id.indexOf(':')))))
                .count();
    }

    /** On its topic it is taken by every reader as if it had just come; who reads it twice knows it by its id. */
    void replay(String id, String by) {
        letters.putBack(waiting(id));
        decide(id, QuarantineDecision.REPLAYED, by);
    }

    void discard(String id, String by) {
        waiting(id);
        decide(id, QuarantineDecision.DISCARDED, by);
    }

    private ConsumerRecord<byte[], byte[]> waiting(String id) {
        if (isDealtWith(id)) {
            throw new NotThere("this dead letter was dealt with already");
        }
        return letters.find(id).orElseThrow(() -> new NotThere("no such dead letter"));
    }

    private void decide(String id, String verdict, String by) {
        var decision = new QuarantineDecision(id, verdict, by, clock.instant());
        mine.put(id, decision);
        try {
            writer.write(Topics.QUARANTINE_DECISIONS, id, decision, by);
        } catch (ComeBack e) {
            mine.remove(id);
            throw e;
        }
    }

    @Override
    public void destroy() {
        decided.close();
    }
}
