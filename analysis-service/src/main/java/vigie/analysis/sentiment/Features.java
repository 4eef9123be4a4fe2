package vigie.analysis.sentiment;

/** Describes a text by what it is made of: words, stems, neighbours, negated words; and pieces of words, which forgive spelling. */
final class Features {
    private static final int SHORTEST_GRAM = 2;
    private static final int LONGEST_GRAM = 5;
    /** Words shorter than this have no stem of their own. */
    static final int STEMMED = 4;

    private static final int LONG_TEXT = 7;

    private Features() {}

    static void words(Tokens tokens, FeatureSink sink) {
        long before = Keys.EDGE;
        for (int i = 0; i < tokens.count; i++) {
            long sum = tokens.sum[i];
            int kind = tokens.kind[i];
            boolean negated = tokens.negated[i];
            sink.feature(Keys.of(kind, sum), i, -1);
            if (negated) {
                sink.feature(Keys.of(Keys.NEGATED, sum), i, -1);
            }
            if (kind == Tokens.WORD && tokens.length[i] >= STEMMED) {
                sink.feature(Keys.of(Keys.STEM, tokens.stem[i]), i, -1);
                if (negated) {
                    sink.feature(Keys.of(Keys.NEGATED_STEM, tokens.stem[i]), i, -1);
                }
            }
            long here = Keys.mix(sum + kind);
            sink.feature(Keys.pair(before, here), i == 0 ? -1 : i - 1, i);
            before = here;
        }
        sink.feature(Keys.pair(before, Keys.EDGE), tokens.count - 1, -1);
        flag(sink, 100, Math.min(tokens.users, 3));
        flag(sink, 200, Math.min(tokens.capitals, 2));
        flag(sink, 300, Math.min(tokens.emoji, 3));
        flag(sink, 400, 1 + Math.min(tokens.count / 5, LONG_TEXT));
    }

    private static void flag(FeatureSink sink, int flag, int value) {
        if (value > 0) {
            sink.feature(Keys.of(Keys.FLAG, flag + value), -1, -1);
        }
    }

    static void grams(Tokens tokens, FeatureSink sink) {
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.EMOJI) {
                sink.feature(Keys.of(Keys.GRAM, ~tokens.sum[i]), i, -1);
            } else if (tokens.kind[i] != Tokens.SIGN) {
                grams(tokens, i, sink);
            }
        }
    }

    private static void grams(Tokens tokens, int token, FeatureSink sink) {
        int from = tokens.foldedFrom[token] - 1;
        int to = tokens.foldedTo[token] + 1;
        for (int start = from; start <= to - SHORTEST_GRAM; start++) {
            long sum = 0;
            int end = Math.min(to, start + LONGEST_GRAM);
            for (int i = start; i < end; i++) {
                sum = Keys.roll(sum, i == from ? '<' : i == to - 1 ? '>' : tokens.folded[i]);
                if (i > start) {
                    sink.feature(Keys.of(Keys.GRAM, sum), token, -1);
                }
            }
        }
    }
}
