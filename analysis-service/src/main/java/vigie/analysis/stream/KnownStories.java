package vigie.analysis.stream;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import vigie.analysis.story.Shelves;
import vigie.analysis.story.Telling;

/**
 * What the stories gathered in this process are known to be, so that a copy is told with its story at once and needs no second version.
 * Only a guess: the one that gathers a brand's stories may run elsewhere or lag behind, is asked all the same, and answers where it
 * knows better.
 */
class KnownStories {

    private static final char BETWEEN = '\n';

    private final List<Shelves> gathered = new CopyOnWriteArrayList<>();

    void add(Shelves shelves) {
        gathered.add(shelves);
    }

    void remove(Shelves shelves) {
        gathered.removeIf(known -> known == shelves);
    }

    /** The story of others that a post tells a brand; absent where nobody told it before in other words, as far as is known here. */
    @Nullable
    String of(String brand, @Nullable Instant since, Telling telling) {
        if (!telling.isComparable()) {
            return null;
        }
        var shelf = shelf(brand, since);
        for (var shelves : gathered) {
            var story = shelves.look(shelf, telling);
            if (story != null) {
                return story.equals(telling.story()) ? null : story;
            }
        }
        return null;
    }

    /** A brand created anew under the same id starts from nothing. */
    static String shelf(String brand, @Nullable Instant since) {
        return brand + BETWEEN + (since == null ? "" : since.toEpochMilli());
    }
}
