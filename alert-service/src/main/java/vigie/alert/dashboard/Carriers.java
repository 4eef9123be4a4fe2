package vigie.alert.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.model.Alert;
import vigie.store.MentionFilter;
import vigie.store.MentionSort;
import vigie.store.MentionStore;
import vigie.store.StoredMention;

/** Looks up whom the keys of an explanation stand for. Alerts hold keys only, so that an erasure reaches names and texts. */
@Component
class Carriers {

    private static final String AUTHOR = "author";
    private static final String STORY = "story";
    private static final String STORY_METRIC = "story:";
    private static final Duration AROUND = Duration.ofDays(7);
    private static final int LONGEST = 280;

    private final MentionStore store;

    Carriers(MentionStore store) {
        this.store = store;
    }

    List<Carrier> of(Alert alert) {
        var explanation = alert.explanation();
        return explanation == null
                ? List.of()
                : explanation.contributors().stream()
                        .map(contributor -> carrier(alert, contributor))
                        .toList();
    }

    /** What the story is about that an alert counts; absent for other alerts, and for an erased story. */
    @Nullable
    Carrier subject(Alert alert) {
        if (!alert.metric().startsWith(STORY_METRIC)) {
            return null;
        }
        var key = alert.metric().substring(STORY_METRIC.length());
        return carrier(alert, new Alert.Contributor(STORY, key, alert.observed(), alert.expected(), 1));
    }

    private Carrier carrier(Alert alert, Alert.Contributor contributor) {
        var key = contributor.key();
        var around = MentionFilter.between(
                        alert.openedAt().minus(AROUND), alert.lastAt().plus(AROUND))
                .brands(List.of(alert.brand()));
        if (contributor.dimension().equals(AUTHOR)) {
            var said = first(around.author(key).build(), MentionSort.RECENT);
            var colon = key.indexOf(':');
            return new Carrier(
                    contributor,
                    colon < 0 ? null : key.substring(0, colon),
                    said.map(Carriers::name).orElse(null),
                    null,
                    said.map(StoredMention::mentionId).orElse(null));
        }
        if (contributor.dimension().equals(STORY)) {
            var said = first(around.story(key).build(), MentionSort.REACH);
            return new Carrier(
                    contributor,
                    said.map(StoredMention::platform).orElse(null),
                    said.map(Carriers::name).orElse(null),
                    said.map(Carriers::text).orElse(null),
                    said.map(StoredMention::mentionId).orElse(null));
        }
        return new Carrier(contributor, null, null, null, null);
    }

    private Optional<StoredMention> first(MentionFilter filter, MentionSort sort) {
        return store.page(filter, sort, 1, null).items().stream().findFirst();
    }

    private static @Nullable String name(StoredMention mention) {
        var author = mention.author();
        return author == null ? null : author.handle() != null ? "@" + author.handle() : author.name();
    }

    private static String text(StoredMention mention) {
        var title = mention.title();
        var whole = (title == null || title.isBlank() ? mention.text() : title).strip();
        return whole.codePointCount(0, whole.length()) <= LONGEST
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
