package vigie.alert.history;

import java.time.Instant;
import java.util.List;
import vigie.model.Post;
import vigie.model.QueryMatch;
import vigie.store.MentionStore;
import vigie.store.PostFilter;
import vigie.store.StoredPost;

/** What another version of a brand's queries would have caught among the posts that were accepted. */
public final class Comparison {

    /** Index and evaluator agree; should they ever not, a few more are asked for than are shown. */
    private static final int SPARE = 5;

    private final MentionStore store;

    Comparison(MentionStore store) {
        this.store = store;
    }

    /** A post that one version catches and the other does not, and why. */
    public record Sample(Post post, List<QueryMatch> matches) {}

    /**
     * The outcome.
     *
     * @param added caught by the second version only, {@code dropped} by the first only, {@code kept} by both
     */
    public record Outcome(
            long added, long dropped, long kept, List<Sample> addedSamples, List<Sample> droppedSamples) {}

    /** @param from event time, inclusive; {@code to} exclusive; {@code samples} of each kind, the newest */
    public Outcome of(BrandQueries first, BrandQueries second, Instant from, Instant to, int samples) {
        var added = new PostFilter(from, to, List.of(second.set()), List.of(first.set()));
        var dropped = new PostFilter(from, to, List.of(first.set()), List.of(second.set()));
        var kept = new PostFilter(from, to, List.of(first.set(), second.set()), List.of());
        var gained = store.posts(added, samples + SPARE, null);
        var lost = store.posts(dropped, samples + SPARE, null);
        return new Outcome(
                gained.total(),
                lost.total(),
                store.posts(kept, 1, null).total(),
                confirmed(gained.items(), second, first, samples),
                confirmed(lost.items(), first, second, samples));
    }

    private static List<Sample> confirmed(List<StoredPost> posts, BrandQueries by, BrandQueries notBy, int samples) {
        return posts.stream()
                .map(stored -> new Sample(stored.post(), by.matches(stored.post())))
                .filter(sample -> !sample.matches().isEmpty()
                        && notBy.matches(sample.post()).isEmpty())
                .limit(samples)
                .toList();
    }
}
