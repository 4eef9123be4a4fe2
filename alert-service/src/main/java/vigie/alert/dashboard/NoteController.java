package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.MentionNote;
import vigie.store.MentionStore;
import vigie.store.StoredMention;
import vigie.topic.Topics;

/** Tags, assignments and "handled": what people decide about mentions while they read them. */
@RestController
@RequestMapping("/api/mentions/notes")
class NoteController {

    /** All of them are in memory. */
    private static final int MOST = 200_000;

    private static final int MOST_NAMES = 200;
    private static final Duration OWN = Duration.ofSeconds(5);

    private final MentionStore store;
    private final Setup setup;
    private final TopicWriter writer;
    private final Clock clock;

    NoteController(MentionStore store, Setup setup, TopicWriter writer, Clock clock) {
        this.store = store;
        this.setup = setup;
        this.writer = writer;
        this.clock = clock;
    }

    /** What a mention carries now; without a note nothing. */
    record Noted(String mentionId, ListedMention.@Nullable Note note) {}

    record Named(String name, long mentions) {}

    record Overview(List<Named> tags, List<Named> assignees, long handled) {}

    @Operation(description = """
            Notes something about up to 500 mentions at once: `{"mentions": ["0f3c…", "91ab…"], "addTags": ["refund"], "removeTags": [], \
            "assignee": "lea", "handled": true}`. What is absent stays as it is; an empty `assignee` is nobody. A note is kept apart from \
            the mention, so that an edit or a correction does not lose it, and goes when the mention is erased or no longer kept. Every \
            change is audited. Answers what each carries now: `{"items": [{"mentionId": "0f3c…", "note": {"tags": ["refund"], "assignee": \
            "lea", "handled": true, "by": "admin", "at": "2026-03-02T08:00:00Z"}}]}`. Of two people who note about one mention in the same \
            moment on different instances, the later one's note stands.""")
    @PostMapping
    Items<Noted> note(@RequestBody NoteForm form, Principal caller) throws InterruptedException {
        var checked = form.checked();
        var mentions = mentions(checked.ids());
        // one change after the other, each upon what the one before left
        synchronized (this) {
            if (setup.notes().size() + mentions.size() > MOST) {
                throw new InvalidField("mentions", "more than " + MOST + " mentions would carry a note");
            }
            var notes = new ArrayList<MentionNote>();
            for (var m : mentions) {
                var brand = setup.brand(m.brand()).orElseThrow(() -> new NotThere("no such mention"));
                var before = setup.notes().of(m.mentionId()).orElse(null);
                notes.add(checked.on(m, brand, before, caller.getName(), clock.instant()));
            }
            var begun = notes.stream()
                    .map(note -> writer.begin(Topics.MENTION_NOTES, note.mentionId(), note, note.by()))
                    .toList();
            for (var one : begun) {
                setup.awaitOwn(writer.settle(one), OWN);
            }
            return new Items<>(notes.stream()
                    .map(n -> new Noted(n.mentionId(), n.saysNothing() ? null : ListedMention.Note.of(n)))
                    .toList());
        }
    }

    @Operation(description = """
            The tags and names in use, the most frequent first, to choose from: `{"tags": [{"name": "refund", "mentions": 12}], \
            "assignees": [{"name": "lea", "mentions": 3}], "handled": 9}`.""")
    @GetMapping
    Overview overview(@RequestParam(required = false) @Nullable List<String> brand) {
        var notes = setup.notes()
                .among(FilterParams.brands(setup, brand), null, null)
                .toList();
        return new Overview(
                named(notes.stream().flatMap(n -> n.tags().stream())),
                named(notes.stream().map(MentionNote::assignee).filter(Objects::nonNull)),
                notes.stream().filter(MentionNote::handled).count());
    }

    private static List<Named> named(Stream<String> names) {
        return names.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMES)
                .map(e -> new Named(e.getKey(), e.getValue()))
                .toList();
    }

    /** All or nothing: a typing error in one id must not leave half of them noted. */
    private List<StoredMention> mentions(List<String> ids) {
        var found = store.mentionsById(ids).stream()
                .filter(m -> setup.brand(m.brand()).isPresent())
                .collect(Collectors.toMap(StoredMention::mentionId, Function.identity(), (one, same) -> one));
        return ids.stream()
                .map(id -> {
                    var mention = found.get(id);
                    if (mention == null) {
                        throw new NotThere("no such mention");
                    }
                    return mention;
                })
                .toList();
    }
}
