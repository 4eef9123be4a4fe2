package vigie.analysis.sentiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vigie.model.BrandSentiment.Word;
import vigie.model.Sentiment;
import vigie.model.Sentiment.Evidence;

/** Words that mean something of their own to one brand, learnt from people's corrections; adds to the model's log-odds. */
public final class BrandWords {
    /** Of a text, the first so many different words. */
    private static final int MOST = 80;

    private static final int LONGEST = 40;
    private static final String NOT = "¬";

    private static final BrandWords NONE = new BrandWords(List.of());
    private static final ThreadLocal<TextFeatures> READERS = ThreadLocal.withInitial(TextFeatures::new);

    private final Map<String, Word> words = new TreeMap<>();

    private BrandWords(List<Word> list) {
        list.forEach(word -> words.put(word.word(), word));
    }

    public static BrandWords of(List<Word> list) {
        return list.isEmpty() ? NONE : new BrandWords(list);
    }

    /** Strongest first. */
    public List<Word> list() {
        return words.values().stream()
                .sorted(Comparator.comparingDouble(BrandWords::strength).reversed())
                .toList();
    }

    private static double strength(Word word) {
        return Math.max(Math.abs(word.negative()), Math.max(Math.abs(word.neutral()), Math.abs(word.positive())));
    }

    /** The different words of a text in lower case without accents, negated ones marked as such; handles and links are none. */
    public static Set<String> in(String text) {
        var found = new LinkedHashSet<String>();
        for (var place : places(text)) {
            if (found.size() < MOST) {
                found.add(place.word());
            }
        }
        return found;
    }

    private record Place(String word, int start, int end) {}

    private static List<Place> places(String text) {
        var reader = READERS.get();
        reader.read(text);
        Tokens tokens = reader.tokens;
        var places = new ArrayList<Place>();
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.SIGN) {
                continue;
            }
            int length = tokens.foldedTo[i] - tokens.foldedFrom[i];
            String word = length > 0
                    ? new String(tokens.folded, tokens.foldedFrom[i], length)
                    : text.substring(tokens.start[i], tokens.end[i]);
            if (word.length() <= LONGEST) {
                places.add(new Place(tokens.negated[i] ? NOT + word : word, tokens.start[i], tokens.end[i]));
            }
        }
        return places;
    }

    /** The part of its log-odds that a word has in a text of so many different words: the more words, the less each decides. */
    static double share(int words) {
        return 1 / Math.sqrt(Math.max(words, 1));
    }

    /** The same answer in the light of these words; each counts once, where it stands first. */
    public Sentiment adjust(String text, Sentiment sentiment) {
        if (words.isEmpty() || sentiment.confidence() == 0) {
            return sentiment;
        }
        double negative = 0;
        double neutral = 0;
        double positive = 0;
        var evidence = new ArrayList<>(sentiment.evidence());
        var all = in(text);
        double share = share(all.size());
        var seen = new HashSet<String>();
        for (var place : places(text)) {
            var word = all.contains(place.word()) ? words.get(place.word()) : null;
            if (word != null && seen.add(place.word())) {
                negative += share * word.negative();
                neutral += share * word.neutral();
                positive += share * word.positive();
                if (!sentiment.evidence().isEmpty()) {
                    evidence.add(new Evidence(
                            text.substring(place.start(), place.end()),
                            share * (word.positive() - word.negative()),
                            place.start(),
                            place.end(),
                            "brand"));
                }
            }
        }
        if (seen.isEmpty()) {
            return sentiment;
        }
        var chances = BrandPrior.chances(sentiment);
        return BrandPrior.answer(
                chances.negative() * Math.exp(negative),
                chances.neutral() * Math.exp(neutral),
                chances.positive() * Math.exp(positive),
                evidence,
                sentiment.model());
    }
}
