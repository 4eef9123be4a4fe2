package vigie.analysis.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stories told about every brand, a shelf for each, so that near-duplicates and quotes of a post are recognised as they arrive.
 * Bounded by number and by age. One thread places what is told; others may look.
 *
 * <p>The same posts in the same order give the same stories. In another order another post may be the first of a story and give it its
 * id, and of texts that differ by nearly too much another pair may be found to be one story.
 */
public final class Shelves {

    private static final Comparator<Shelved> LEAST_RECENT_FIRST = Comparator.<Shelved>comparingLong(
                    kept -> kept.leader().touchedAt())
            .thenComparingLong(kept -> kept.leader().story());

    private final Limits limits;
    private final Map<String, Shelf> shelves = new HashMap<>();
    private int size;

    public Shelves(Limits limits) {
        this.limits = limits;
    }

    /**
     * How much is remembered.
     *
     * @param ofOneBrand most stories kept of a brand
     * @param ofAll most stories kept of all; beyond, the brand with the most gives some up
     * @param kept how long after the last telling arrived a story is kept; also the longest time between two tellings, in event time
     */
    public record Limits(int ofOneBrand, int ofAll, Duration kept) {}

    /** A story and whose it is. */
    public record Shelved(String brand, Leader leader) {}

    /**
     * Where a post stands now.
     *
     * @param story id of the story it belongs to: its own where it is the first to tell it
     * @param changed what to keep of that story; absent where that is kept already
     * @param gone stories given up to make room
     */
    public record Placed(String story, @Nullable Leader changed, List<Shelved> gone) {}

    /**
     * Finds the story a post tells; the post is the first of a new one where there is none.
     *
     * @param brand any name for what has a shelf of its own
     * @param arrivedAt milliseconds
     */
    public synchronized Placed place(String brand, Telling telling, long arrivedAt) {
        var shelf = shelf(brand);
        var known = shelf.find(telling);
        if (known != null) {
            return new Placed(known.id(), shelf.told(known, telling.at().toEpochMilli(), arrivedAt), List.of());
        }
        var first = Leader.of(telling, arrivedAt);
        shelf.put(first);
        size++;
        return new Placed(telling.story(), first, makeRoom(brand, shelf));
    }

    /** The story a post tells as far as it is known now, absent where it would be the first of one; nothing is changed by asking. */
    public synchronized @Nullable String look(String brand, Telling telling) {
        var shelf = shelves.get(brand);
        var known = shelf == null ? null : shelf.find(telling);
        return known == null ? null : known.id();
    }

    /** After a restart: what was kept. */
    public synchronized void restore(Collection<Shelved> all) {
        all.stream().sorted(LEAST_RECENT_FIRST).forEach(kept -> {
            shelf(kept.brand()).put(kept.leader());
            size++;
        });
    }

    /** Gives up what was not told for so long that it is no longer compared with. */
    public synchronized List<Shelved> forget(long now) {
        var gone = new ArrayList<Shelved>();
        shelves.forEach((brand, shelf) -> {
            for (var oldest = shelf.oldest();
                    oldest != null && oldest.touchedAt() + limits.kept.toMillis() <= now;
                    oldest = shelf.oldest()) {
                giveUp(brand, shelf, oldest, gone);
            }
        });
        shelves.values().removeIf(shelf -> shelf.size() == 0);
        return gone;
    }

    public synchronized int size() {
        return size;
    }

    private Shelf shelf(String brand) {
        return shelves.computeIfAbsent(brand, b -> new Shelf(limits.kept.toMillis()));
    }

    private List<Shelved> makeRoom(String brand, Shelf shelf) {
        var gone = new ArrayList<Shelved>();
        if (shelf.size() > limits.ofOneBrand) {
            giveUp(brand, shelf, 1, gone);
        }
        if (size > limits.ofAll) {
            // a hundredth at once, since finding the fullest shelf means looking at all of them
            shelves.entrySet().stream()
                    .max(Comparator.comparingInt(
                                    (Map.Entry<String, Shelf> e) -> e.getValue().size())
                            .thenComparing(Map.Entry::getKey))
                    .ifPresent(fullest -> giveUp(fullest.getKey(), fullest.getValue(), 1 + limits.ofAll / 100, gone));
        }
        return gone;
    }

    private void giveUp(String brand, Shelf shelf, int many, List<Shelved> gone) {
        for (int left = Math.min(many, shelf.size() - 1); left > 0; left--) {
            var oldest = shelf.oldest();
            if (oldest != null) {
                giveUp(brand, shelf, oldest, gone);
            }
        }
    }

    private void giveUp(String brand, Shelf shelf, Leader leader, List<Shelved> gone) {
        shelf.remove(leader);
        size--;
        gone.add(new Shelved(brand, leader));
    }
}
