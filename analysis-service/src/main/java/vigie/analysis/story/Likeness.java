package vigie.analysis.story;

/**
 * Whether two texts tell the same story: one is the other with a few words changed, cut, or with something put around it.
 *
 * <p>Posts made from one template share their runs of words too. What tells them apart is that the words that differ are facts, names
 * and numbers, and that each has some the other lacks; then more must agree.
 */
final class Likeness {

    /** A copy with a fifth of its words replaced keeps four fifths of them, and half of the runs of three. */
    private static final double WORDS = 0.66;

    /** In a short text one changed word breaks many of its runs; in a long one that evens out. */
    private static final double RUNS_OF_A_SHORT_TEXT = 0.15;

    private static final double RUNS = 0.25;
    private static final double LONG = 64;

    /** Each word by which the texts fall short of sixteen asks for a little more: few words are soon alike by chance. */
    private static final double PER_MISSING_WORD = 0.009;

    private static final int ENOUGH_WORDS = 16;

    /** How much more is asked where no fact of one is found in the other. */
    private static final double WORDS_WITHOUT_FACTS = 0.24;

    private static final double RUNS_WITHOUT_FACTS = 0.45;

    /** A part is another's own words with hardly anything changed. */
    private static final double WORDS_OF_A_PART = 0.85;

    private static final double RUNS_OF_A_PART = 0.7;
    private static final double RUNS_OF_A_PART_WITHOUT_FACTS = 0.2;
    private static final int FEWEST_RUNS_OF_A_PART = 8;

    /** A first post this much longer than what is found in it may be a digest of several stories. */
    private static final double CUT = 0.35;

    /** A post this much longer than the first one has its own story to tell. */
    private static final double QUOTED = 0.2;

    private Likeness() {}

    /** How many runs of words are common where it is the same story, else 0. */
    static int of(Sketch first, Sketch post) {
        var runs = first.shingles().with(post.shingles());
        if (runs.ofSmaller() < RUNS_OF_A_SHORT_TEXT) {
            return 0;
        }
        var words = first.vocabulary().with(post.vocabulary());
        var foreign = 1 - Math.max(first.factsIn(post), post.factsIn(first));
        var shorter = Math.min(first.words(), post.words());
        return isCopy(words, runs, foreign, shorter) || isPart(first, post, words, runs, foreign)
                ? Math.max(1, runs.common())
                : 0;
    }

    private static boolean isCopy(Sample.Overlap words, Sample.Overlap runs, double foreign, int shorter) {
        return words.ofLarger()
                        >= WORDS
                                + WORDS_WITHOUT_FACTS * foreign
                                + PER_MISSING_WORD * Math.max(0, ENOUGH_WORDS - shorter)
                && runs.ofAll()
                        >= Math.min(RUNS, RUNS_OF_A_SHORT_TEXT + (RUNS - RUNS_OF_A_SHORT_TEXT) * shorter / LONG)
                                + RUNS_WITHOUT_FACTS * foreign;
    }

    private static boolean isPart(
            Sketch first, Sketch post, Sample.Overlap words, Sample.Overlap runs, double foreign) {
        var shorter = Math.min(first.words(), post.words());
        return shorter >= (first.words() > post.words() ? CUT : QUOTED) * Math.max(first.words(), post.words())
                && Math.min(first.shingles().size(), post.shingles().size()) >= FEWEST_RUNS_OF_A_PART
                && words.ofSmaller() >= WORDS_OF_A_PART
                && runs.ofSmaller() >= RUNS_OF_A_PART + RUNS_OF_A_PART_WITHOUT_FACTS * foreign;
    }
}
