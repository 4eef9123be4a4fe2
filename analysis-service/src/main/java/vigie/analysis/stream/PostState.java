package vigie.analysis.stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a post but its words.
 *
 * @param content what tells a repeat from an edit; absent before the first version and after a withdrawal
 * @param contentAt append time of the post event behind the newest version
 * @param version of the last records said, never falling
 * @param eventTime of the first version: the place of its mentions in every count
 * @param brands what was said, by brand
 * @param mentionedAt when the last version arrived; the entry ends a retention later
 * @param touchedAt when anything arrived; the pace ends some days later
 * @param deleted the platform took the post away; remembered so that what was stored of it before cannot bring it back
 */
record PostState(
        @Nullable String content,
        Instant contentAt,
        long version,
        @Nullable Instant eventTime,
        Map<String, Counted> brands,
        Attention attention,
        @Nullable Instant mentionedAt,
        Instant touchedAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean deleted) {

    static final PostState NEW =
            new PostState(null, Instant.EPOCH, 0, null, Map.of(), Attention.NONE, null, Instant.EPOCH, false);

    PostState {
        brands = brands == null ? Map.of() : Map.copyOf(brands);
        attention = attention == null ? Attention.NONE : attention;
    }

    @JsonIgnore
    boolean isEmpty() {
        return brands.isEmpty() && attention.isEmpty() && !deleted;
    }

    PostState with(Attention other) {
        return new PostState(content, contentAt, version, eventTime, brands, other, mentionedAt, touchedAt, deleted);
    }

    PostState with(Map<String, Counted> others, long newVersion) {
        return new PostState(
                content, contentAt, newVersion, eventTime, others, attention, mentionedAt, touchedAt, deleted);
    }

    /** Other words: to which story of others they belong is known anew, or not yet. */
    PostState telling(BiFunction<String, Counted, @Nullable String> stories) {
        var told = new HashMap<String, Counted>();
        brands.forEach((brand, counted) -> told.put(brand, counted.telling(stories.apply(brand, counted))));
        return with(told, version);
    }

    PostState touched(Instant at) {
        return new PostState(content, contentAt, version, eventTime, brands, attention, mentionedAt, at, deleted);
    }

    /** A version arrived; the first one's event time stays. */
    PostState version(@Nullable String newContent, Instant causedAt, @Nullable Instant time, Instant at) {
        return new PostState(
                newContent, causedAt, version, eventTime == null ? time : eventTime, brands, attention, at, at, false);
    }

    /** The version that just arrived was the last. */
    PostState gone() {
        return new PostState(content, contentAt, version, eventTime, brands, attention, mentionedAt, touchedAt, true);
    }
}
