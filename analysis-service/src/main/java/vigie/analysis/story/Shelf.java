package vigie.analysis.story;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stories told about one brand, found by parts of their words in some microseconds. The one told longest ago leaves first.
 */
final class Shelf {

    /** So many runs of a text lead to its story; the same ones in every text, since they are those with the smallest hashes. */
    private static final int KEYS = 16;

    /** A run of words that more stories than this begin with is a figure of speech, or of a template, and leads nowhere. */
    private static final int COMMON = 32;

    private static final int MOST_COMPARED = 24;
    private static final long HOUR = 3_600_000;

    private final long apart;
    private final Map<Long, Integer> places = new LinkedHashMap<>(16, 0.75f, true);
    private final Postings runs = new Postings();
    private final Postings posts = new Postings();
    private final BitSet taken = new BitSet();
    private @Nullable Leader[] leaders = new Leader[16];

    private final int[] found = new int[COMMON + 1];
    private final int[] candidates = new int[KEYS * COMMON];

    /** @param apart what is told longer than this (ms) before or after all other tellings is not compared with them */
    Shelf(long apart) {
        this.apart = apart;
    }

    int size() {
        return places.size();
    }

    /** The story that a post tells again, absent when it is the first. */
    @Nullable
    Leader find(Telling telling) {
        var at = telling.at().toEpochMilli();
        var same = places.get(Leader.bits(telling.story()));
        if (same != null) {
            return leaders[same];
        }
        var declared = declared(telling, at);
        var sketch = telling.sketch();
        return declared != null || sketch == null ? declared : nearest(sketch, at);
    }

    /** What the platform says is shared or quoted needs no comparing. */
    private @Nullable Leader declared(Telling telling, long at) {
        var shared = telling.shared();
        if (shared != null) {
            var hash = Leader.hash(shared);
            for (int i = posts.find((int) hash, found) - 1; i >= 0; i--) {
                var leader = leaders[found[i]];
                if (leader != null && (leader.post() == hash || leader.shared() == hash) && isNear(leader, at)) {
                    return leader;
                }
            }
        }
        var own = Leader.hash(telling.postId());
        for (int i = posts.find((int) own, found) - 1; i >= 0; i--) {
            var leader = leaders[found[i]];
            if (leader != null && leader.shared() == own && isNear(leader, at)) {
                return leader;
            }
        }
        return null;
    }

    private @Nullable Leader nearest(Sketch sketch, long at) {
        int n = 0;
        var hashes = sketch.shingles().hashes();
        for (int i = 0; i < Math.min(KEYS, hashes.length); i++) {
            int those = runs.find(hashes[i], found);
            if (those <= COMMON) {
                System.arraycopy(found, 0, candidates, n, those);
                n += those;
            }
        }
        Leader best = null;
        int most = 0;
        for (var candidate : byHits(n)) {
            var leader = leaders[(int) candidate];
            if (leader == null || leader.sketch() == null || !isNear(leader, at)) {
                continue;
            }
            var common = Likeness.of(leader.sketch(), sketch);
            if (common > most || common == most && best != null && isOlder(leader, best)) {
                best = leader;
                most = common;
            }
        }
        return best;
    }

    /** The candidates most parts of the text lead to, each in the lower half of a number and how many parts in the upper. */
    private long[] byHits(int n) {
        Arrays.sort(candidates, 0, n);
        var counted = new long[n];
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (distinct > 0 && (int) counted[distinct - 1] == candidates[i]) {
                counted[distinct - 1] += 1L << 32;
            } else {
                counted[distinct++] = candidates[i];
            }
        }
        Arrays.sort(counted, 0, distinct);
        return Arrays.copyOfRange(counted, Math.max(0, distinct - MOST_COMPARED), distinct);
    }

    private static boolean isOlder(Leader one, Leader other) {
        return one.firstAt() < other.firstAt() || one.firstAt() == other.firstAt() && one.story() < other.story();
    }

    private boolean isNear(Leader leader, long at) {
        return at >= leader.firstAt() - apart && at <= leader.lastAt() + apart;
    }

    /** A story told again; absent where what is kept of it says so already, nearly. */
    @Nullable
    Leader told(Leader leader, long at, long arrivedAt) {
        var place = places.get(leader.story());
        if (place == null) {
            return null;
        }
        var again = isNear(leader, at) ? leader.told(at, arrivedAt) : leader.toldAnew(at, arrivedAt);
        if (again.touchedAt() - leader.touchedAt() < HOUR
                && again.lastAt() - leader.lastAt() < HOUR
                && leader.firstAt() - again.firstAt() < HOUR) {
            return null;
        }
        leaders[place] = again;
        return again;
    }

    /** A story told for the first time, or found in the store after a restart. */
    void put(Leader leader) {
        if (places.containsKey(leader.story())) {
            return;
        }
        int place = taken.nextClearBit(0);
        taken.set(place);
        if (place == leaders.length) {
            leaders = Arrays.copyOf(leaders, 2 * place);
        }
        leaders[place] = leader;
        places.put(leader.story(), place);
        var sketch = leader.sketch();
        if (sketch != null) {
            var hashes = sketch.shingles().hashes();
            for (int i = 0; i < Math.min(KEYS, hashes.length); i++) {
                add(runs, hashes[i], place);
            }
        }
        add(posts, (int) leader.post(), place);
        if (leader.shared() != Leader.NONE) {
            add(posts, (int) leader.shared(), place);
        }
    }

    private void add(Postings postings, int key, int place) {
        if (postings.find(key, found) <= COMMON) {
            postings.add(key, place);
        }
    }

    /** The one told longest ago, by arrival. */
    @Nullable
    Leader oldest() {
        var all = places.values().iterator();
        return all.hasNext() ? leaders[all.next()] : null;
    }

    void remove(Leader leader) {
        var place = places.remove(leader.story());
        if (place == null) {
            return;
        }
        var sketch = leader.sketch();
        if (sketch != null) {
            var hashes = sketch.shingles().hashes();
            for (int i = 0; i < Math.min(KEYS, hashes.length); i++) {
                runs.remove(hashes[i], place);
            }
        }
        posts.remove((int) leader.post(), place);
        posts.remove((int) leader.shared(), place);
        leaders[place] = null;
        taken.clear(place);
    }
}
