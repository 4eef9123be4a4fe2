package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
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
    private final QuarantineDesk desk;
    private final Semaphore turns = new Semaphore(2);

    QuarantineController(DeadLetters letters, QuarantineDesk desk) {
        this.letters = letters;
        this.desk = desk;
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
            The newest dead letters that nobody dealt with, of the last 100 of each topic. `{"items": [{"id": "posts-dlt:0:12", "topic": "posts", "partition": 3, \
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
                            .filter(item -> !desk.isDealtWith(item.id()))
                            .sorted(Comparator.comparing(Item::at).reversed())
                            .toList(),
                    Math.max(0, found.total() - desk.dealtWith(Set.copyOf(topics))));
        } finally {
            turns.release();
        }
    }

    @Operation(
            description =
                    "Puts a dead letter back on its topic, as it was, for every reader of that topic to try again."
                            + " What fails again comes back as a new one.")
    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable String id, Principal caller) {
        desk.replay(id, caller.getName());
    }

    @Operation(
            description = "Takes a dead letter out of the list; the record itself stays on Kafka until its time is up.")
    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id, Principal caller) {
        desk.discard(id, caller.getName());
    }
}
