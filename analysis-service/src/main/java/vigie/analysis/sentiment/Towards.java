package vigie.analysis.sentiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Sentiment;
import vigie.model.Sentiment.Evidence;
import vigie.model.SentimentLabel;

/**
 * What a text feels towards each of several targets: "Orange is down again, Free works great" is bad for one and good for the other.
 *
 * <p>Each target gets the feeling of the clauses that speak of it. Where one clause sets two of them against each other, the words of
 * comparison decide.
 */
public final class Towards {

    /** Log-odds given to plain words of preference. */
    private static final double PREFERENCE = 1.5;

    /** Longer texts are left whole: what is said of whom in an article is not told by its commas. */
    private static final int LONGEST = 5_000;

    private final SentimentModel model;

    public Towards(SentimentModel model) {
        this.model = model;
    }

    /**
     * By target, for those of whom the text speaks apart; empty when fewer than two are named. Offsets of evidence are those of the
     * whole text.
     */
    public Map<String, Sentiment> read(String text, @Nullable String lang, List<Target> targets) {
        var named = targets.stream().filter(t -> !t.named().isEmpty()).toList();
        if (named.size() < 2 || text.length() > LONGEST) {
            return Map.of();
        }
        var names = Clauses.names(named);
        var clauses = Clauses.of(text, named);
        var compared = new HashMap<String, Sentiment>();
        for (var clause : clauses) {
            if (clause.targets().size() > 1) {
                Comparison.in(text, clause, names).ifPresent(c -> compare(text, lang, clause, c, compared));
            }
        }
        var felt = new HashMap<String, Sentiment>();
        for (var target : named) {
            var told = compared.get(target.id());
            felt.put(target.id(), told != null ? told : model.score(about(text, clauses, target.id()), lang, true));
        }
        return Map.copyOf(felt);
    }

    private void compare(
            String text, @Nullable String lang, Clauses.Clause clause, Comparison c, Map<String, Sentiment> compared) {
        if (c.favoured() != 0) {
            var words = text.substring(c.start(), c.end()).strip();
            compared.put(c.first(), preferred(c.favoured(), words, c));
            compared.put(c.second(), preferred(-c.favoured(), words, c));
            return;
        }
        var felt = model.score(only(text, List.of(clause)), lang, true);
        compared.put(c.second(), felt);
        compared.put(c.first(), opposite(felt));
    }

    private Sentiment preferred(int sign, String words, Comparison c) {
        double better = 1 / (1 + Math.exp(-PREFERENCE));
        return new Sentiment(
                sign > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE,
                sign * (2 * better - 1),
                better,
                List.of(new Evidence(words, sign * PREFERENCE, c.start(), c.end(), "comparison")),
                model.name());
    }

    private static Sentiment opposite(Sentiment sentiment) {
        var label =
                switch (sentiment.label()) {
                    case NEGATIVE -> SentimentLabel.POSITIVE;
                    case NEUTRAL -> SentimentLabel.NEUTRAL;
                    case POSITIVE -> SentimentLabel.NEGATIVE;
                };
        var evidence = new ArrayList<Evidence>();
        for (var e : sentiment.evidence()) {
            evidence.add(new Evidence(e.text(), -e.weight(), e.start(), e.end(), e.kind()));
        }
        return new Sentiment(label, -sentiment.score(), sentiment.confidence(), evidence, sentiment.model());
    }

    private static String about(String text, List<Clauses.Clause> clauses, String target) {
        var alone = clauses.stream()
                .filter(c -> c.targets().equals(List.of(target)))
                .toList();
        return only(
                text,
                alone.isEmpty()
                        ? clauses.stream()
                                .filter(c -> c.targets().contains(target))
                                .toList()
                        : alone);
    }

    /** The text with blanks for all but some clauses, so that offsets stay. */
    private static String only(String text, List<Clauses.Clause> kept) {
        var out = new char[text.length()];
        java.util.Arrays.fill(out, ' ');
        for (var clause : kept) {
            text.getChars(clause.start(), clause.end(), out, clause.start());
        }
        return new String(out);
    }
}
