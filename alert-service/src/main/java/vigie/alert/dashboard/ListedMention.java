package vigie.alert.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.model.Brand;
import vigie.model.MentionNote;
import vigie.store.StoredMention;
import vigie.store.Voice;

/**
 * A mention in a list: what is stored of it, whose interest it speaks for, and what people noted about it.
 *
 * @param voice own or sponsored; absent for everybody else
 * @param note absent where nothing is noted
 */
record ListedMention(
        @JsonUnwrapped StoredMention mention,
        @Nullable Voice voice,
        @Nullable Note note) {

    /** What is noted, as people see it. */
    record Note(List<String> tags, @Nullable String assignee, boolean handled, String by, Instant at) {
        static Note of(MentionNote n) {
            return new Note(n.tags(), n.assignee(), n.handled(), n.by(), n.at());
        }
    }

    /** A page of them. */
    record Page(
            List<ListedMention> items, long total, @Nullable String cursor) {}

    static ListedMention of(StoredMention mention, Setup setup) {
        var own = setup.brand(mention.brand()).map(Brand::ownAuthors).orElse(List.of());
        return new ListedMention(
                mention,
                Voice.of(mention, own).orElse(null),
                setup.notes().of(mention.mentionId()).map(Note::of).orElse(null));
    }
}
