package vigie.store;

/**
 * Where sentences begin and end, as a field aligned with the words.
 *
 * <p>"Within one sentence" is asked as "contained by what reaches from a beginning to the next end". The opposite, "not containing
 * two neighbours of different sentences", would be simpler to write but fails at a sentence's last word: Lucene's {@code
 * notContaining} also drops what merely overlaps.
 */
final class SentenceMarks {

    static final String BEGIN = "b";
    static final String END = "e";
    private static final String INSIDE = "i";
    private static final String ALONE = "a";

    private SentenceMarks() {}

    /** From blank-separated marks that change with the sentence. */
    static String of(String changing) {
        if (changing.isEmpty()) {
            return changing;
        }
        var marks = changing.split(" ");
        var out = new StringBuilder(2 * marks.length);
        for (var i = 0; i < marks.length; i++) {
            var first = i == 0 || !marks[i].equals(marks[i - 1]);
            var last = i == marks.length - 1 || !marks[i].equals(marks[i + 1]);
            out.append(i == 0 ? "" : " ").append(first ? last ? ALONE : BEGIN : last ? END : INSIDE);
        }
        return out.toString();
    }
}
