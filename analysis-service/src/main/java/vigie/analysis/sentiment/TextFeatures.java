package vigie.analysis.sentiment;

/**
 * A text as the model sees it. Public for the trainer, so that what is learnt and what is scored can never drift apart. Reused from
 * text to text; not for several threads at once.
 */
public final class TextFeatures {
    /** Numbers that the word lists contribute per text. */
    public static final int LEXICON_SIZE = LexiconFeatures.SIZE;

    private final CleanText clean = new CleanText();
    private final Scanner scanner = new Scanner();
    private final LexiconFeatures lexicon = new LexiconFeatures();
    final Tokens tokens = new Tokens();

    public void read(String text) {
        clean.load(text);
        scanner.scan(clean, tokens);
    }

    public void words(FeatureSink sink) {
        Features.words(tokens, sink);
    }

    public void grams(FeatureSink sink) {
        Features.grams(tokens, sink);
    }

    /**
     * @param language index of the text's language among the model's
     * @return {@link #LEXICON_SIZE} numbers, overwritten by the next call
     */
    public float[] lexicon(Lexicons lexicons, int language) {
        lexicon.read(tokens, lexicons, language);
        return lexicon.values;
    }

    LexiconFeatures lexicon() {
        return lexicon;
    }

    /** A word or phrase in the form in which the lists are looked up; empty when it is no word. */
    public static String normalise(String phrase) {
        return Words.normalise(phrase);
    }

    /** The stem of one word in normal form. */
    public static String stem(String word) {
        return Words.stem(word);
    }
}
