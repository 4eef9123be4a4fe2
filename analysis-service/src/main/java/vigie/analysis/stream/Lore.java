package vigie.analysis.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.BrandPrior;
import vigie.model.BrandSentiment;
import vigie.model.BrandSentiment.Applied;
import vigie.model.BrandSentiment.Learnt;
import vigie.model.BrandSentiment.Lessons;
import vigie.model.BrandSentiment.Word;
import vigie.model.SentimentSetting;
import vigie.model.SentimentShares;

/**
 * All that is known of one brand beside its sums and lessons; decides when something new is worth telling. Without Kafka and without a
 * clock.
 *
 * @param told what the world was told last; absent before
 * @param aged words learnt from corrections that are no longer kept
 */
record Lore(@Nullable BrandSentiment told, List<Word> aged) {

    /** Shares that moved by less change hardly a label, and every change is followed by reading the brand's mentions again. */
    private static final double MATERIAL = 0.02;

    private static final int REMEMBERED = 10;

    static final Lore NONE = new Lore(null, List.of());

    Lore {
        aged = List.copyOf(aged);
    }

    /**
     * A brand as it was found.
     *
     * @param shares absent where too little was said
     */
    record Found(
            String brand,
            @Nullable Instant since,
            @Nullable SentimentShares shares,
            double mentions,
            List<Word> words,
            @Nullable Lessons lessons) {}

    Lore aging(List<Word> words) {
        return new Lore(told, words);
    }

    /** A brand created anew under the same id has learnt nothing, and nobody decided anything about it. */
    private Lore of(@Nullable Instant since) {
        var last = told;
        if (last == null || Objects.equals(last.brandSince(), since)) {
            return this;
        }
        var anew = new BrandSentiment(
                last.brand(), since, last.version(), last.at(), last.applied(), null, null, List.of());
        return new Lore(anew, List.of());
    }

    /** Whether what was told is about a brand created after this one. */
    private boolean isAfter(@Nullable Instant since) {
        var mine = told == null ? null : told.brandSince();
        return mine != null && (since == null || mine.isAfter(since));
    }

    /** Empty where it is not worth telling. */
    Optional<Lore> learning(Found found, Instant at, SentimentSetting undecided) {
        if (isAfter(found.since())) {
            return Optional.empty();
        }
        var mine = of(found.since());
        var last = mine.told;
        var before = last == null ? null : last.learnt();
        var shares = found.shares() == null && before != null ? before.shares() : found.shares();
        if (before == null) {
            if (shares == null && found.lessons() == null) {
                return Optional.empty();
            }
        } else if (isNear(before.shares(), shares) && before.words().equals(found.words())) {
            return Objects.equals(before.lessons(), found.lessons())
                    ? Optional.empty()
                    : Optional.of(mine.counting(before, found.lessons()));
        }
        long version = last == null ? 1 : last.version() + 1;
        var learnt = new Learnt(version, at, shares, found.mentions(), found.words(), found.lessons());
        var earlier = new ArrayList<Learnt>();
        if (before != null) {
            earlier.add(before);
            earlier.addAll(Objects.requireNonNull(last).earlier());
        }
        var setting = last == null ? null : last.setting();
        var kept = earlier.subList(0, Math.min(earlier.size(), REMEMBERED));
        return Optional.of(mine.telling(found.brand(), found.since(), version, at, learnt, setting, kept, undecided));
    }

    /** More corrections that teach nothing new: shown, but no reason to read every mention again, so the version stays. */
    private Lore counting(Learnt before, @Nullable Lessons lessons) {
        var last = Objects.requireNonNull(told);
        var learnt =
                new Learnt(before.version(), before.at(), before.shares(), before.mentions(), before.words(), lessons);
        return new Lore(
                new BrandSentiment(
                        last.brand(),
                        last.brandSince(),
                        last.version(),
                        last.at(),
                        last.applied(),
                        learnt,
                        last.setting(),
                        last.earlier()),
                aged);
    }

    Lore deciding(SentimentSetting setting, Instant at, SentimentSetting undecided) {
        var since = setting.brandSince();
        var mine = of(since);
        var last = mine.told;
        return last == null
                ? telling(setting.brand(), since, 1, at, null, setting, List.of(), undecided)
                : mine.telling(
                        setting.brand(),
                        since,
                        last.version() + 1,
                        at,
                        last.learnt(),
                        setting,
                        last.earlier(),
                        undecided);
    }

    private Lore telling(
            String brand,
            @Nullable Instant since,
            long version,
            Instant at,
            @Nullable Learnt learnt,
            @Nullable SentimentSetting setting,
            List<Learnt> earlier,
            SentimentSetting undecided) {
        var applied = applied(setting == null ? undecided : setting, learnt, earlier);
        return new Lore(new BrandSentiment(brand, since, version, at, applied, learnt, setting, earlier), aged);
    }

    private static Applied applied(SentimentSetting setting, @Nullable Learnt newest, List<Learnt> earlier) {
        var learnt = setting.version() == null
                ? newest
                : earlier.stream()
                        .filter(l -> l.version() == setting.version())
                        .findFirst()
                        .orElse(newest);
        var shares = setting.shares() != null ? setting.shares() : learnt == null ? null : learnt.shares();
        var words = setting.enabled() && setting.words() && learnt != null ? learnt.words() : List.<Word>of();
        return shares == null || !setting.enabled()
                ? new Applied(BrandPrior.none().shares(), 0, words)
                : new Applied(shares, setting.strength(), words);
    }

    private static boolean isNear(@Nullable SentimentShares a, @Nullable SentimentShares b) {
        return a == null || b == null ? a == b : a.distance(b) < MATERIAL;
    }
}
