package vigie.analysis.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.sentiment.Tunings;
import vigie.analysis.stream.Turn.Entry;
import vigie.analysis.virality.SourcePace;
import vigie.model.AnalysedMention;
import vigie.model.AnalysedMention.Before;
import vigie.model.AnalysedMention.Change;
import vigie.model.BrandMatch;
import vigie.model.EngagementCounts;
import vigie.model.PostId;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;

/** Collects what one record makes the ledger say of one post, and what is counted after it. */
final class Saying {

    private final Entry entry;
    private final Instant readAt;
    private final long version;
    private final Moment at;
    private final Virality virality;
    private final Tunings tunings;
    private final Map<String, Counted> brands;
    private final List<AnalysedMention> said = new ArrayList<>();

    /** @param readAt event time at which {@code virality} was read */
    Saying(Entry entry, Instant readAt, long version, Moment at, Virality virality, Tunings tunings) {
        this.entry = entry;
        this.readAt = readAt;
        this.version = version;
        this.at = at;
        this.virality = virality;
        this.tunings = tunings;
        this.brands = new HashMap<>(entry.state().brands());
    }

    Virality virality() {
        return virality;
    }

    /** @param story of others, as far as is known; absent where it is that of the words alone */
    void first(BrandMatch match, Judged words, @Nullable String story) {
        var earlier = brands.get(match.brand());
        var revision = earlier == null ? 1 : earlier.revision() + 1;
        // what a person said of an earlier brand of the same id is not about this one
        var corrected = earlier != null && Objects.equals(earlier.since(), match.since()) ? earlier.corrected() : null;
        say(Change.FIRST, match, words, new Counted(match.since(), revision, null, corrected, story, 0));
    }

    void revise(BrandMatch match, Judged words) {
        var counted = Objects.requireNonNull(brands.get(match.brand()));
        var next = new Counted(
                match.since(), counted.revision() + 1, counted.said(), counted.corrected(), counted.story(), 0);
        say(Change.REVISED, match, words, next);
    }

    void withdraw(String brand, Counted counted) {
        var before = counted.said();
        if (before == null) {
            return;
        }
        var revision = counted.revision() + 1;
        brands.put(brand, counted.withdrawn());
        said.add(new AnalysedMention(
                PostId.mention(entry.postId(), brand),
                brand,
                counted.since(),
                entry.postId(),
                Change.WITHDRAWN,
                revision,
                version,
                before,
                null,
                Objects.requireNonNull(entry.state().eventTime()),
                List.of(),
                LanguageDetector.UNDECIDED,
                new Sentiment(before.label(), 0, 0, List.of(), ""),
                Virality.NONE,
                Reach.UNKNOWN,
                before.story(),
                readAt,
                at.now(),
                null));
    }

    /** @param next with what was said before, to be replaced by what is said now */
    private void say(Change change, BrandMatch match, Judged words, Counted next) {
        var corrected = next.corrected();
        var story = next.story() == null ? words.story() : next.story();
        var tuning = tunings.of(match.brand(), match.since());
        var felt = words.sentimentOf(match.brand());
        var ofWhole = felt.equals(words.sentiment());
        var tuned = ofWhole ? tuning.adjust(Judge.words(words.post()), felt) : tuning.adjust(felt);
        var sentiment = corrected == null ? tuned : byPerson(tuned, corrected);
        var post = words.post();
        var counts = entry.state().attention().counts();
        said.add(new AnalysedMention(
                PostId.mention(entry.postId(), match.brand()),
                match.brand(),
                match.since(),
                entry.postId(),
                change,
                next.revision(),
                version,
                next.said(),
                counts.equals(EngagementCounts.UNKNOWN) ? post : post.withEngagement(counts),
                Objects.requireNonNull(entry.state().eventTime()),
                match.queries(),
                words.lang(),
                sentiment,
                virality,
                words.reach(),
                story,
                words.arrivedAt(),
                at.now(),
                ofWhole ? null : words.sentiment()));
        brands.put(
                match.brand(),
                new Counted(
                        next.since(),
                        next.revision(),
                        new Before(sentiment.label(), words.reach(), story, post.hashtags()),
                        corrected,
                        next.story(),
                        tuning.version()));
    }

    private static Sentiment byPerson(Sentiment byModel, SentimentLabel label) {
        var score =
                switch (label) {
                    case NEGATIVE -> -1;
                    case NEUTRAL -> 0;
                    case POSITIVE -> 1;
                };
        return new Sentiment(label, score, 1, byModel.evidence(), Sentiment.PERSON);
    }

    /** The state after what was said; the virality counts as shown once every brand was told of it. */
    Turn turn(SourcePace pace) {
        var state = said.isEmpty() ? entry.state() : entry.state().with(brands, version);
        var words = entry.words();
        var spoken = said.stream().filter(m -> m.change() != Change.WITHDRAWN).count();
        var shown = words != null && spoken > 0 && spoken == words.brands().size()
                ? state.with(state.attention().showing(readAt, virality))
                : state;
        return new Turn(new Entry(entry.postId(), shown, words), pace, said);
    }
}
