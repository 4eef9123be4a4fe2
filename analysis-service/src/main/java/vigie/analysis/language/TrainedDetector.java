package vigie.analysis.language;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Script first; in Latin letters, small words of further languages and a linear model over the candidates. */
final class TrainedDetector implements LanguageDetector {
    /** Fewer letters than this tell nothing: « ok », "LOL". */
    private static final int SHORTEST = 6;
    /** A guess below this chance is no answer. */
    private static final double LIKELY = 0.5;
    /** Against the platform's word, the text must leave no doubt, and be long enough to. */
    private static final double CERTAIN = 0.98;

    private static final int LONG_ENOUGH = 30;

    private final LanguageWeights weights;
    private final LanguageSums sums;
    private final int candidates;
    private final ThreadLocal<Letters> letters = ThreadLocal.withInitial(Letters::new);

    TrainedDetector(LanguageWeights weights) {
        this.weights = weights;
        sums = new LanguageSums(weights);
        candidates = FunctionWords.set(weights.languages());
    }

    @Override
    public String detect(String text, @Nullable String declared) {
        var letters = this.letters.get();
        letters.read(text);
        String said = primary(declared);
        String byScript = Scripts.language(letters);
        if (byScript != null) {
            return said != null && (byScript.equals(UNDECIDED) || Scripts.allows(byScript, said)) ? said : byScript;
        }
        if (said != null && !Scripts.isWrittenInLatin(said)) {
            said = null;
        }
        if (said != null
                && (letters.letters() < LONG_ENOUGH || !weights.languages().contains(said))) {
            return said;
        }
        if (letters.letters() < SHORTEST) {
            return UNDECIDED;
        }
        String other = said == null ? FunctionWords.other(letters, candidates) : null;
        return other != null ? other : byModel(letters, said);
    }

    private String byModel(Letters letters, @Nullable String said) {
        double[] chances = chances(letters);
        int best = 0;
        for (int l = 1; l < chances.length; l++) {
            best = chances[l] > chances[best] ? l : best;
        }
        String found = weights.languages().get(best);
        if (said != null) {
            return chances[best] >= CERTAIN ? found : said;
        }
        return chances[best] >= LIKELY ? found : UNDECIDED;
    }

    private double[] chances(Letters letters) {
        var chances = sums.of(letters);
        double highest = Double.NEGATIVE_INFINITY;
        for (double sum : chances) {
            highest = Math.max(highest, sum);
        }
        double total = 0;
        for (int l = 0; l < chances.length; l++) {
            chances[l] = Math.exp(chances[l] - highest);
            total += chances[l];
        }
        for (int l = 0; l < chances.length; l++) {
            chances[l] /= total;
        }
        return chances;
    }

    /** The language without region or script, if what was declared is a language at all. */
    private static @Nullable String primary(@Nullable String declared) {
        if (declared == null) {
            return null;
        }
        try {
            String language = new Locale.Builder()
                    .setLanguageTag(declared.strip().replace('_', '-'))
                    .build()
                    .getLanguage();
            return language.isEmpty() || language.equals(UNDECIDED) ? null : modern(language);
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    /** Codes that the standard has renamed; platforms still send some of the old ones. */
    private static String modern(String language) {
        if (language.equals("in")) {
            return "id";
        }
        return language.equals("iw") ? "he" : language;
    }
}
