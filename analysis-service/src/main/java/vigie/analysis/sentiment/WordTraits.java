package vigie.analysis.sentiment;

/** Small closed lists of words that change what other words mean. */
final class WordTraits {
    /** Turns what follows. */
    static final int NEGATOR = 1;
    /** French: also turns what stands before it (« je n'aime pas »). */
    static final int NEGATES_BACK = 2;
    /** French: turns only together with {@link #NE} (« ne marche plus », but « plus rapide »). */
    static final int PLUS = 4;

    static final int NE = 8;
    static final int INTENSIFIER = 16;

    private static final String NEGATORS = """
            no not never nor none nobody nothing neither cannot without cant dont wont isnt arent wasnt werent doesnt didnt
            hasnt havent hadnt shouldnt wouldnt couldnt aint
            ne n' pas pa aps jamais rien aucun aucune aucuns sans ni guère nullement
            nicht kein keine keinen keiner keinem nie niemals nichts ohne
            non mai niente nessuno nessuna senza nulla mica né
            não nao nunca nada sem nem ninguém jamais nenhum nenhuma
            sin tampoco nadie jamás ningún ninguna
            لا ما لم لن ليس مش مو غير ليست بدون مافي ماكو
            nahi nahin nhi na mat नहीं ना न मत बिना
            """;
    private static final String INTENSIFIERS = """
            très tres trop si tellement vraiment super hyper so very really too muy tan molto così sehr zu muito tão troppo
            """;
    private static final String ELIDED = """
            j c l d m t s n qu jusqu lorsqu puisqu quoiqu quelqu un dell nell all dall sull coll quest quell bell tutt anch com
            dov quant senz gl v
            """;

    private static final int LONGEST_ELISION = 7;

    /** Bit of {@link #BITS} for the elided words, which are looked up before normalisation. */
    private static final int ELISION = 32;

    private static final KeyTable WORDS = new KeyTable(400);
    private static final int[] BITS = new int[WORDS.slots()];

    static {
        put(NEGATORS, NEGATOR);
        put("pas jamais rien aucun aucune", NEGATES_BACK);
        put("plus", PLUS);
        put("ne n'", NE);
        put(INTENSIFIERS, INTENSIFIER);
        put(ELIDED, ELISION);
    }

    private WordTraits() {}

    private static void put(String words, int bit) {
        for (String word : words.strip().split("\\s+", -1)) {
            BITS[WORDS.put(Keys.of(Keys.WORD, Keys.roll(word)))] |= bit;
        }
    }

    /** @param key the word's own key */
    static int of(long key) {
        int slot = WORDS.find(key);
        return slot < 0 ? 0 : BITS[slot];
    }

    /** Whether the chars before an apostrophe are an article or pronoun that lost its vowel. */
    static boolean isElision(char[] chars, int from, int to) {
        if (to - from > LONGEST_ELISION) {
            return false;
        }
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Keys.roll(sum, Character.toLowerCase(chars[i]));
        }
        return (of(Keys.of(Keys.WORD, sum)) & ELISION) != 0;
    }
}
