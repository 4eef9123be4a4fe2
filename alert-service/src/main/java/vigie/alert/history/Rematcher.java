package vigie.alert.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.model.BrandVersion;
import vigie.model.PostEvent;
import vigie.model.PostId;
import vigie.model.RematchRequest;
import vigie.model.RematchStatus;
import vigie.model.RematchStatus.Phase;
import vigie.model.RematchStatus.State;
import vigie.store.MentionFilter;
import vigie.store.MentionSort;
import vigie.store.MentionStore;
import vigie.store.PostFilter;
import vigie.store.StoredMention;
import vigie.store.StoredPost;
import vigie.topic.Topics;

/**
 * Carries a re-match one small step further. First through the posts that the brand's queries find, for what is to be added or said
 * anew; then through the brand's mentions, for what is to go. Only posts whose matches would change are sent on; the matcher decides
 * what becomes of them, as of any post.
 *
 * <p>What a page comes to is made durable before it is sent, so that a crash in between sends it twice, which is harmless, and counts
 * it once.
 */
final class Rematcher {

    private static final int PAGE = 1_000;
    private static final String SOURCE = "rematch";

    /** While others have to come along first. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** Five thousand posts a second at most are sent, for what arrives now comes behind them. */
    private static final Duration REST_OF_A_POST = Duration.ofNanos(200_000);

    /** What is about to be forgotten may be forgotten before it is needed. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final MentionStore store;
    private final Setup setup;
    private final Rematches rematches;
    private final TopicWriter writer;
    private final Road road;
    private final Duration words;
    private final Clock clock;
    private final Map<String, Road.Walk> walks = new HashMap<>();

    /** @param words how long it is remembered how a post was counted */
    Rematcher(
            MentionStore store,
            Setup setup,
            Rematches rematches,
            TopicWriter writer,
            Road road,
            Duration words,
            Clock clock) {
        this.store = store;
        this.setup = setup;
        this.rematches = rematches;
        this.writer = writer;
        this.road = road;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Does the next step, and says how long to rest before another: not at all when it sent nothing.
     *
     * @throws vigie.store.StoreUnavailable or {@link vigie.door.ComeBack} when it is to be tried again later
     * @throws vigie.store.RefusedRequest when it will never work
     */
    Duration step(RematchRequest request) {
        var status = rematches.status(request);
        var brand = setup.brand(request.brand()).orElse(null);
        if (request.cancelled()) {
            return end(status, State.CANCELLED, null);
        }
        if (brand == null || brand.since() != null && brand.since().isAfter(request.at())) {
            return end(status, State.FAILED, "the brand was deleted");
        }
        var queries = BrandQueries.of(BrandVersion.of(brand, request.at(), request.by()));
        if (!status.queries().isEmpty() && !status.queries().equals(queries.fingerprint())) {
            return end(status, State.FAILED, "the queries were changed meanwhile; ask again");
        }
        return switch (status.phase()) {
            case WAITING -> begin(request, status, queries);
            case POSTS -> posts(request, status, queries);
            case MENTIONS -> mentions(request, status, queries);
            case SETTLING -> settled(status) ? end(status, State.DONE, null) : PATIENCE;
        };
    }

    Duration end(RematchStatus status, State state, @Nullable String reason) {
        walks.remove(status.id());
        rematches.say(Steps.ended(status, state, reason, now()));
        return Duration.ZERO;
    }

    /** Says why it does not go on, once. */
    void waits(RematchStatus status, String reason) {
        if (!reason.equals(status.reason())) {
            rematches.say(Steps.waiting(status, reason, now()));
        }
    }

    private Duration begin(RematchRequest request, RematchStatus status, BrandQueries queries) {
        if (!setup.matchersFollow()) {
            waits(status, "a matcher has not read the queries yet");
            return PATIENCE;
        }
        if (!settled(status)) {
            return PATIENCE;
        }
        var found = store.posts(filter(request, queries), 1, null).total();
        var known = store.page(mentionsOf(request), MentionSort.RECENT, 1, null).total();
        rematches.say(Steps.begun(status, found + known, queries.fingerprint(), now()));
        return Duration.ZERO;
    }

    /** Whether all that was written until this phase began can be found. */
    private boolean settled(RematchStatus status) {
        var waitsFor = walks.computeIfAbsent(status.id(), id -> road.walk()).waitsFor();
        if (waitsFor != null) {
            waits(status, "waits for " + waitsFor);
            return false;
        }
        walks.remove(status.id());
        store.refresh();
        return true;
    }

    private Duration posts(RematchRequest request, RematchStatus status, BrandQueries queries) {
        var page = store.posts(filter(request, queries), PAGE, status.cursor());
        var known = mentions(request.brand(), page.items());
        var chosen = new ArrayList<StoredPost>();
        long added = 0;
        long changed = 0;
        long leftAlone = 0;
        for (var stored : page.items()) {
            var matches = queries.matches(stored.post());
            var mention = known.get(stored.post().postId());
            if (matches.isEmpty() || mention != null && mention.matches().equals(matches)) {
                continue;
            }
            if (mention == null) {
                added++;
                chosen.add(stored);
            } else if (forgotten(stored)) {
                leftAlone++;
            } else {
                changed++;
                chosen.add(stored);
            }
        }
        var tally = new Steps.Tally(page.items().size(), added, 0, changed, leftAlone);
        var next = page.cursor();
        return pass(request, status, tally, chosen, next == null ? Phase.MENTIONS : Phase.POSTS, next);
    }

    private Duration mentions(RematchRequest request, RematchStatus status, BrandQueries queries) {
        var page = store.page(mentionsOf(request), MentionSort.RECENT, PAGE, status.cursor());
        var posts = store
                .postsById(page.items().stream().map(StoredMention::postId).toList())
                .stream()
                .collect(Collectors.toMap(stored -> stored.post().postId(), stored -> stored, (a, b) -> a));
        var chosen = new ArrayList<StoredPost>();
        long leftAlone = 0;
        for (var mention : page.items()) {
            var stored = posts.get(mention.postId());
            // one that is not stored was deleted a moment ago, or long ago with its month
            if (stored == null || !queries.matches(stored.post()).isEmpty()) {
                continue;
            }
            if (forgotten(stored)) {
                leftAlone++;
            } else {
                chosen.add(stored);
            }
        }
        var tally = new Steps.Tally(page.items().size(), 0, chosen.size(), 0, leftAlone);
        var next = page.cursor();
        return pass(request, status, tally, chosen, next == null ? Phase.SETTLING : Phase.MENTIONS, next);
    }

    private Duration pass(
            RematchRequest request,
            RematchStatus status,
            Steps.Tally tally,
            List<StoredPost> chosen,
            Phase phase,
            @Nullable String cursor) {
        var counted = status;
        if (!status.counted()) {
            counted = Steps.counted(status, tally, now());
            if (!chosen.isEmpty()) {
                rematches.say(counted);
            }
        }
        send(chosen, request);
        rematches.say(Steps.sent(counted, phase, cursor, now()));
        return REST_OF_A_POST.multipliedBy(chosen.size());
    }

    private void send(List<StoredPost> posts, RematchRequest request) {
        var begun = posts.stream()
                .map(stored -> {
                    var event = new PostEvent.Rematched(
                            stored.post(), stored.version(), stored.version(), SOURCE, request.brand());
                    return writer.begin(Topics.POSTS, event.postId(), (PostEvent) event, request.by());
                })
                .toList();
        begun.forEach(writer::settle);
    }

    /** Whether nobody remembers any more how it was counted, so that it cannot be counted otherwise. */
    private boolean forgotten(StoredPost stored) {
        return stored.version().isBefore(clock.instant().minus(words).plus(MARGIN));
    }

    private Map<String, StoredMention> mentions(String brand, List<StoredPost> posts) {
        var ids = posts.stream()
                .map(stored -> PostId.mention(stored.post().postId(), brand))
                .toList();
        return store.mentionsById(ids).stream().collect(Collectors.toMap(StoredMention::postId, m -> m, (a, b) -> a));
    }

    private static PostFilter filter(RematchRequest request, BrandQueries queries) {
        return new PostFilter(request.from(), request.to(), List.of(queries.set()), List.of());
    }

    private static MentionFilter mentionsOf(RematchRequest request) {
        return MentionFilter.between(request.from(), request.to())
                .brands(List.of(request.brand()))
                .build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
