package vigie.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.Tunings;
import vigie.analysis.story.Stories;
import vigie.analysis.story.Telling;
import vigie.analysis.stream.Turn.Entry;
import vigie.analysis.virality.Growth;
import vigie.analysis.virality.SourcePace;
import vigie.analysis.virality.ViralitySettings;
import vigie.model.AnalysedMention.Change;
import vigie.model.BrandMatch;
import vigie.model.Correction;
import vigie.model.Engagement;
import vigie.model.Mention;
import vigie.model.Post;
import vigie.model.StoryAnswer;
import vigie.model.StorySighting;
import vigie.model.Virality;

/**
 * Turns whatever arrives about a post into the difference it makes. A decision table without Kafka and without a clock: the same
 * records in the same order say the same.
 *
 * <ul>
 *   <li>A brand new to the post, withdrawn before, or created anew since: {@code first}, without {@code before}.
 *   <li>Other words, or another match of a brand: {@code revised}. The same again: nothing.
 *   <li>A brand no longer matched, or no brand at all (deleted posts): {@code withdrawn}, without the post.
 *   <li>A stored post compared again with one brand: the others as they were.
 *   <li>A label given by a person: {@code revised}, and that label stays through later edits.
 *   <li>Counters that moved enough ({@link Attention#moved}): {@code revised}.
 *   <li>More is known of how a brand is talked about: {@code revised}, unless a person gave the label.
 *   <li>Words that others said before nearly so: {@code revised}, with their story. Whoever is new or edited says at once the story that
 *       is known here, else that of its exact words, and asks.
 * </ul>
 */
final class PostLedger {

    /** Sightings from the future by more than a clock's error would hide all later ones. */
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

    /** Below this velocity a post is at rest, and says nothing about how fast lively ones are. */
    private static final double LIVELY = 1;

    /** A shown score below this has nowhere to fall. */
    private static final double WORTH_REVIEWING = 5;

    private final Judge judge;
    private final ViralitySettings virality;
    private final Retention retention;
    private final Tunings tunings;
    private final KnownStories known;

    PostLedger(Judge judge, ViralitySettings virality, Retention retention, Tunings tunings, KnownStories known) {
        this.judge = judge;
        this.virality = virality;
        this.retention = retention;
        this.tunings = tunings;
        this.known = known;
    }

    /** A version of the post, with all brands it matches. */
    Turn mention(Entry entry, Mention mention, Moment at, SourcePace pace) {
        var state = entry.state();
        var contentAt = mention.contentAt() == null ? mention.causedAt() : mention.contentAt();
        if (contentAt.isBefore(state.contentAt())) {
            // an older version put back from the dead letters, or found in the index before it knew of the newer one
            return new Turn(entry, pace, List.of());
        }
        var version = Math.max(state.version(), mention.causedAt().toEpochMilli());
        var matches = matches(mention, entry.words());
        if (matches.isEmpty()) {
            return withdrawn(entry, mention, contentAt, version, at, pace);
        }
        var post = mention.post();
        if (post == null || !post.postId().equals(entry.postId())) {
            throw new IllegalArgumentException("a mention of brands without the post it speaks of");
        }
        var content = Judge.content(post);
        var same = content.equals(state.content()) ? entry.words() : null;
        var told = same == null ? Stories.told(post) : null;
        var words = told == null
                ? judge.again(Objects.requireNonNull(same), matches)
                : judge.judge(post, matches, mention.arrivedAt(), told.story());
        var arrived = state.version(content, contentAt, post.eventTime(), at.appended());
        var next = told == null ? arrived : arrived.telling((brand, counted) -> known.of(brand, counted.since(), told));
        var begun = next.attention().beginning(eventTime(next), virality.weights());
        // the counters of a stored post matched again are those of the version it was stored from
        var seenBefore = mention.contentAt() != null && next.attention().spread() != null;
        var seen = sightInPost(begun, seenBefore, post, mention, pace);
        var turn = say(
                new Entry(entry.postId(), next.with(seen.attention), words),
                entry.words(),
                told,
                latest(mention.arrivedAt(), seen.attention),
                version,
                at,
                seen.pace);
        return turn.asking(questions(turn, told));
    }

    /**
     * Asks which story is told, for every brand that is told of these words for the first time.
     *
     * @param told absent where the words are those of before
     */
    private static List<StorySighting> questions(Turn turn, @Nullable Telling told) {
        var words = turn.entry().words();
        var fresh = turn.said().stream()
                .filter(m -> m.change() == Change.FIRST || m.change() == Change.REVISED && told != null)
                .toList();
        if (fresh.isEmpty() || words == null) {
            return List.of();
        }
        var telling = told == null ? Stories.told(words.post()) : told;
        if (!telling.isComparable()) {
            return List.of();
        }
        var sketch = telling.sketch();
        var drawn = sketch == null ? null : Base64.getEncoder().encodeToString(sketch.bytes());
        return fresh.stream()
                .map(m -> new StorySighting(
                        m.postId(),
                        m.brand(),
                        m.brandSince(),
                        telling.story(),
                        drawn,
                        telling.shared(),
                        telling.at(),
                        telling.story().equals(m.story()) ? null : m.story()))
                .toList();
    }

    /** Its words, it turns out, tell another story than the one it was told with. */
    Turn story(Entry entry, StoryAnswer answer, Moment at, SourcePace pace) {
        var state = entry.state();
        var words = entry.words();
        var counted = state.brands().get(answer.brand());
        var match = words == null ? null : words.matchOf(answer.brand());
        if (words == null
                || match == null
                || counted == null
                || !counted.live()
                || !Objects.equals(counted.since(), answer.brandSince())
                || !words.story().equals(answer.asked())
                || answer.story().equals(counted.story() == null ? words.story() : counted.story())) {
            // edited, deleted or withdrawn meanwhile, or known already
            return new Turn(entry, pace, List.of());
        }
        var brands = new HashMap<>(state.brands());
        var own = answer.story().equals(words.story());
        brands.put(answer.brand(), counted.telling(own ? null : answer.story()));
        var version = Math.max(state.version(), at.appended().toEpochMilli());
        var placed = entry.with(state.with(brands, version));
        var saying = saying(placed, latest(words.arrivedAt(), state.attention()), version, at, pace);
        saying.revise(match, words);
        return saying.turn(pace);
    }

    /** A look at the post's counters, perhaps before the post itself. */
    Turn engagement(Entry entry, Engagement engagement, Moment at, SourcePace pace) {
        var state = entry.state().touched(at.appended());
        var limit = at.appended().plus(CLOCK_ERROR);
        var time = engagement.observedAt().isAfter(limit) ? at.appended() : engagement.observedAt();
        var sighting = new Sighting(time, engagement.counts());
        if (state.eventTime() == null) {
            return new Turn(entry.with(state.with(state.attention().before(sighting))), pace, List.of());
        }
        var begun = state.attention().beginning(eventTime(state), virality.weights());
        var looked = begun.seen(sighting, virality.weights());
        if (looked.equals(begun)) {
            return new Turn(entry.with(state.with(begun)), pace, List.of());
        }
        var seen = observed(begun, looked, pace, growth(entry.postId()));
        return say(
                entry.with(state.with(seen.attention)),
                entry.words(),
                null,
                time,
                Math.max(state.version(), at.appended().toEpochMilli()),
                at,
                seen.pace);
    }

    /** A person says what the label really is. */
    Turn correction(Entry entry, Correction correction, Moment at, SourcePace pace) {
        var state = entry.state().touched(at.appended());
        var counted = state.brands().get(correction.brand());
        if (counted == null) {
            throw new IllegalArgumentException("corrects a mention that is not known, or no longer");
        }
        if (counted.corrected() == correction.label()) {
            return new Turn(entry, pace, List.of());
        }
        var label = Objects.requireNonNull(correction.label(), "a correction without a label");
        var brands = new HashMap<>(state.brands());
        brands.put(correction.brand(), counted.corrected(label));
        var version = Math.max(state.version(), at.appended().toEpochMilli());
        var corrected = entry.with(state.with(brands, version));
        var words = entry.words();
        if (!counted.live() || words == null) {
            return new Turn(corrected, pace, List.of());
        }
        var saying = saying(corrected, latest(words.arrivedAt(), state.attention()), version, at, pace);
        saying.revise(Objects.requireNonNull(words.matchOf(correction.brand())), words);
        return saying.turn(pace);
    }

    /** More is known of its brands than when it was last said. */
    Turn tuned(Entry entry, Moment at, SourcePace pace) {
        var state = entry.state();
        var words = entry.words();
        if (words == null) {
            return new Turn(entry, pace, List.of());
        }
        var brands = new HashMap<>(state.brands());
        brands.replaceAll((brand, counted) -> counted.corrected() == null
                ? counted
                : counted.tuned(tunings.of(brand, counted.since()).version()));
        var tuned = entry.with(state.with(brands, state.version()));
        var saying = saying(tuned, latest(words.arrivedAt(), state.attention()), state.version(), at, pace);
        for (var match : words.brands()) {
            var counted = brands.get(match.brand());
            if (counted != null
                    && counted.live()
                    && counted.tuning()
                            != tunings.of(match.brand(), match.since()).version()) {
                saying.revise(match, words);
            }
        }
        return saying.turn(pace);
    }

    /** Time passed: scores fall, what is too old is forgotten. Wall-clock time, since on a quiet topic nothing else moves. */
    Turn passed(Entry entry, Instant now, SourcePace pace) {
        var state = entry.state();
        var mentionedAt = state.mentionedAt();
        if (mentionedAt != null && !mentionedAt.plus(retention.words()).isAfter(now)) {
            return new Turn(Entry.unknown(entry.postId()), pace, List.of());
        }
        var attention = state.attention();
        var ended = !attention.isEmpty()
                && !state.touchedAt().plus(retention.pace()).isAfter(now);
        var next = ended ? entry.with(state.with(attention.ended())) : entry;
        return mayFall(state) && entry.words() != null
                ? say(next, entry.words(), null, now, state.version(), new Moment(now, now), pace)
                : new Turn(next, pace, List.of());
    }

    /** Whether {@link #passed} would need the words. */
    static boolean mayFall(PostState state) {
        var shown = state.attention().shown();
        return shown != null && shown.score() >= WORTH_REVIEWING;
    }

    /** The wall-clock time (ms) before which {@link #passed} would change nothing. */
    long dueAt(PostState state) {
        if (mayFall(state)) {
            return Long.MIN_VALUE;
        }
        var mentionedAt = state.mentionedAt();
        var words = mentionedAt == null
                ? Long.MAX_VALUE
                : mentionedAt.plus(retention.words()).toEpochMilli();
        var pace = state.attention().isEmpty()
                ? Long.MAX_VALUE
                : state.touchedAt().plus(retention.pace()).toEpochMilli();
        return Math.min(words, pace);
    }

    private Turn withdrawn(Entry entry, Mention mention, Instant contentAt, long version, Moment at, SourcePace pace) {
        var state = entry.state();
        if (state.isEmpty() && !mention.deleted()) {
            return new Turn(entry, pace, List.of());
        }
        var unsaid = state.version(null, contentAt, null, at.appended());
        var next = mention.deleted() ? unsaid.gone() : unsaid;
        var gone = new Entry(entry.postId(), next.with(next.attention().hidden()), null);
        var saying = new Saying(gone, mention.arrivedAt(), version, at, Virality.NONE, tunings);
        next.brands().forEach(saying::withdraw);
        return saying.turn(pace);
    }

    private Turn say(
            Entry entry,
            @Nullable Judged before,
            @Nullable Telling told,
            Instant readAt,
            long version,
            Moment at,
            SourcePace pace) {
        var words = entry.words();
        if (words == null) {
            return new Turn(entry, pace, List.of());
        }
        var saying = saying(entry, readAt, version, at, pace);
        var moved = entry.state().attention().moved(readAt, saying.virality());
        for (var match : words.brands()) {
            var counted = entry.state().brands().get(match.brand());
            if (counted == null || !counted.live() || !Objects.equals(counted.since(), match.since())) {
                var telling = told == null ? Stories.told(words.post()) : told;
                saying.first(match, words, known.of(match.brand(), match.since(), telling));
            } else if (told != null || moved || before == null || isOther(match, words, before)) {
                saying.revise(match, words);
            }
        }
        entry.state().brands().forEach((brand, counted) -> {
            if (words.matchOf(brand) == null) {
                saying.withdraw(brand, counted);
            }
        });
        return saying.turn(pace);
    }

    private static boolean isOther(BrandMatch match, Judged words, Judged before) {
        return !match.equals(before.matchOf(match.brand()))
                || !words.sentimentOf(match.brand()).equals(before.sentimentOf(match.brand()));
    }

    private Saying saying(Entry entry, Instant readAt, long version, Moment at, SourcePace pace) {
        var words = Objects.requireNonNull(entry.words());
        var halfVelocity = pace.halfVelocity(virality);
        var read = entry.state().attention().read(readAt, halfVelocity, growth(entry.postId()));
        return new Saying(entry, readAt, version, at, read, tunings);
    }

    /** One a brand; those of the others as they were, where a single brand was asked. */
    private static List<BrandMatch> matches(Mention mention, @Nullable Judged before) {
        var byBrand = new LinkedHashMap<String, BrandMatch>();
        if (mention.only() != null && before != null) {
            before.brands().forEach(match -> byBrand.put(match.brand(), match));
            byBrand.remove(mention.only());
        }
        mention.brands().forEach(match -> byBrand.put(match.brand(), match));
        return List.copyOf(byBrand.values());
    }

    private record Seen(Attention attention, SourcePace pace) {}

    private Seen sightInPost(Attention begun, boolean seenBefore, Post post, Mention mention, SourcePace pace) {
        var counts = post.engagement();
        return counts == null || seenBefore
                ? new Seen(begun, pace)
                : observed(
                        begun,
                        begun.inPost(new Sighting(mention.arrivedAt(), counts), virality.weights()),
                        pace,
                        growth(post.postId()));
    }

    /** Learns what is usual on the platform, and how often it is looked at, from one more observation. */
    private static Seen observed(Attention before, Attention after, SourcePace pace, Growth growth) {
        var was = before.spread();
        var is = after.spread();
        if (was == null || is == null || is.equals(was)) {
            return new Seen(after, pace);
        }
        var velocity = is.velocity(is.t());
        // a post's age when it is first seen is no interval between two looks
        var since = was.t().isAfter(was.t0()) ? Duration.between(was.t(), is.t()) : Duration.ZERO;
        var learned = velocity < LIVELY ? pace : pace.observed(velocity, since);
        return new Seen(after.polledEvery(learned.pollInterval(), growth), learned);
    }

    private Growth growth(String postId) {
        return virality.growthOn(PostProcessor.platform(postId));
    }

    private static Instant eventTime(PostState state) {
        return Objects.requireNonNull(state.eventTime());
    }

    private static Instant latest(Instant arrivedAt, Attention attention) {
        var spread = attention.spread();
        return spread == null || spread.t().isBefore(arrivedAt) ? arrivedAt : spread.t();
    }
}
