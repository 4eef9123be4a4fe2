package vigie.alert.dashboard;

import java.text.Normalizer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.door.InvalidField;
import vigie.model.Brand;
import vigie.model.MentionNote;
import vigie.store.StoredMention;

/**
 * What is to be noted about several mentions at once; what is absent stays as it is.
 *
 * @param assignee empty = nobody any more
 */
record NoteForm(
        @Nullable List<@Nullable String> mentions,
        @Nullable List<@Nullable String> addTags,
        @Nullable List<@Nullable String> removeTags,
        @Nullable String assignee,
        @Nullable Boolean handled) {

    private static final int AT_ONCE = 500;
    private static final int TAGS = 20;
    private static final int NAME = 100;
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,39}");
    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z_-]{1,100}");

    /** The form, if everything is acceptable. */
    Checked checked() {
        var ids = Fields.each(
                "mentions", mentions, AT_ONCE, (field, id) -> Fields.matching(field, id, ID, "must be a mention's id"));
        if (ids.isEmpty()) {
            throw new InvalidField("mentions", "is required");
        }
        var added = Fields.each("addTags", addTags, TAGS, NoteForm::tag);
        var removed = Fields.each("removeTags", removeTags, TAGS, NoteForm::tag);
        if (added.isEmpty() && removed.isEmpty() && assignee == null && handled == null) {
            throw new InvalidField("handled", "nothing is to be noted; give addTags, removeTags, assignee or handled");
        }
        return new Checked(ids, added, removed, assignee != null, Fields.optional("assignee", assignee, NAME), handled);
    }

    record Checked(
            List<String> ids,
            List<String> added,
            List<String> removed,
            boolean assigns,
            @Nullable String assignee,
            @Nullable Boolean handled) {

        /** What is then noted about one of them. */
        MentionNote on(StoredMention m, Brand brand, @Nullable MentionNote before, String by, Instant at) {
            var tags = new LinkedHashSet<>(before == null ? List.<String>of() : before.tags());
            removed.forEach(tags::remove);
            tags.addAll(added);
            if (tags.size() > TAGS) {
                throw new InvalidField("addTags", "a mention carries at most " + TAGS + " tags");
            }
            var who = assigns ? assignee : before == null ? null : before.assignee();
            var done = handled != null ? handled : before != null && before.handled();
            return new MentionNote(
                    m.mentionId(), m.brand(), brand.since(), m.eventTime(), List.copyOf(tags), who, done, by, at);
        }
    }

    private static String tag(String field, String value) {
        var normal = Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Fields.matching(
                field, normal, TAG, "must be up to 40 letters, digits, blanks, dots, hyphens or underscores");
    }
}
