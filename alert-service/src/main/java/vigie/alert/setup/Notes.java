package vigie.alert.setup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Brand;
import vigie.model.MentionNote;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/**
 * What people noted about mentions, all of it in memory. It lies beside the mentions, not in them: a mention that is told anew or
 * corrected is another document with the same id, and loses nothing.
 */
public final class Notes {

    private final TopicTable<MentionNote> table;
    private final Function<String, @Nullable Brand> brands;

    Notes(Map<String, Object> clientConfig, Function<String, @Nullable Brand> brands, Runnable changed) {
        this.brands = brands;
        table = new TopicTable<>(Topics.MENTION_NOTES, clientConfig, (id, note) -> {}, changed);
    }

    TopicTable<MentionNote> table() {
        return table;
    }

    /** How many mentions carry a note, empty ones included. */
    public int size() {
        return table.rows().size();
    }

    /** What is noted about a mention; nothing is, too, where all was taken back. */
    public Optional<MentionNote> of(String mentionId) {
        return Optional.ofNullable(table.get(mentionId)).filter(note -> !note.saysNothing() && isCurrent(note));
    }

    /** Every note of these brands about mentions of a period. */
    public Stream<MentionNote> among(Collection<String> ofBrands, @Nullable Instant from, @Nullable Instant to) {
        var wanted = Set.copyOf(ofBrands);
        return table.rows().values().stream()
                .filter(note -> wanted.contains(note.brand()) && !note.saysNothing() && isCurrent(note))
                .filter(note -> from == null || !note.eventTime().isBefore(from))
                .filter(note -> to == null || note.eventTime().isBefore(to));
    }

    /** Ids of the mentions whose notes are as asked. */
    public Set<String> ids(
            Collection<String> ofBrands, @Nullable Instant from, @Nullable Instant to, Predicate<MentionNote> asked) {
        return among(ofBrands, from, to)
                .filter(asked)
                .map(MentionNote::mentionId)
                .collect(Collectors.toSet());
    }

    /** Notes that were not touched since, whatever brand they are of. */
    public List<MentionNote> olderThan(Instant moment) {
        return table.rows().values().stream()
                .filter(note -> note.at().isBefore(moment))
                .toList();
    }

    /** Whether the brand it was made for still exists. */
    public boolean isCurrent(MentionNote note) {
        var brand = brands.apply(note.brand());
        return brand != null && Objects.equals(brand.since(), note.brandSince());
    }
}
