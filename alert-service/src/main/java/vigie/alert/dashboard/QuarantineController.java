package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.door.ComeBack;
import vigie.door.InvalidField;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** What could not be read or done. The records themselves hold people's words and are not shown. */
@RestController
@RequestMapping("/api/quarantine")
class QuarantineController {

    private final DeadLetters letters;
    private final Semaphore turns = new Semaphore(2);

    QuarantineController(DeadLetters letters) {
        this.letters = letters;
    }

    /**
     * A dead letter.
     *
     * @param id topic, partition and offset among the dead letters
     * @param topic where it came from, with {@code partition} and {@code offset}; −1 where that is not known
     * @param reader which reader gave up
     */
    record Item(String id, String topic, int partition, long offset, String reader, String reason, Instant at) {}

    record Quarantine(List<Item> items, long total) {}

    @Operation(description = """
            The newest dead letters, at most 100 of each topic. `{"items": [{"id": "posts-dlt:0:12", "topic": "posts", "partition": 3, \
            "offset": 4711, "reader": "matching", "reason": "not a PostEvent", "at": "2026-03-01T08:00:00Z"}], "total": 1}`""")
    @GetMapping
    Quarantine list(@RequestParam(required = false) @Nullable String topic) {
        var topics = Topics.ALL.stream()
                .filter(t -> !t.compacted())
                .filter(t -> topic == null || t.name().equals(topic))
                .map(Topic::deadLetters)
                .toList();
        if (topics.isEmpty()) {
            throw new InvalidField("topic", "has no dead letters; it is not one of ours");
        }
        if (!turns.tryAcquire()) {
            throw new ComeBack(429, Duration.ofSeconds(2), "the quarantine is being read already");
        }
        try {
            var found = letters.newest(topics);
            return new Quarantine(
                    found.items().stream()
                            .sorted(Comparator.comparing(Item::at).reversed())
                            .toList(),
                    found.total());
        } finally {
            turns.release();
        }
    }
}
