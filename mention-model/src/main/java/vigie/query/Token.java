package vigie.query;

/**
 * A piece of text that a query can look for; it takes exactly one position, so that three fields of forms stay aligned.
 *
 * <p>No form holds white space or more than {@value #MAX_FORM} characters: engines that split joined forms at white space get the
 * same tokens back.
 *
 * @param folded lower case without accents, emoji without skin tone
 * @param accented lower case with accents
 * @param exact as written, composed (NFC), without invisible characters
 * @param start first UTF-16 offset in the original text
 * @param end offset after the last
 * @param sentence number of the sentence in the text, from 0
 */
public record Token(String folded, String accented, String exact, int start, int end, int sentence, Kind kind) {

    /** Longest form in UTF-16 units; Lucene's white space tokenizer cuts at 255. */
    public static final int MAX_FORM = 250;

    /** What sort of thing the token is. */
    public enum Kind {
        WORD,
        NUMBER,
        HASHTAG,
        /** A plain word found inside the hashtag before it. */
        TAG_PART,
        MENTION,
        CASHTAG,
        EMOJI,
        LINK
    }

    /** The form to compare with. */
    public String form(Form form) {
        return form == Form.FOLDED ? folded : form == Form.ACCENTED ? accented : exact;
    }

    /** Alternates from sentence to sentence, so that two different marks side by side are a sentence's end. */
    public String sentenceMark() {
        return (sentence & 1) == 0 ? EVEN_SENTENCE : ODD_SENTENCE;
    }

    /** Mark of the first, third … sentence in the aligned field of sentence marks. */
    public static final String EVEN_SENTENCE = "0";

    /** Mark of the second, fourth … sentence. */
    public static final String ODD_SENTENCE = "1";
}
