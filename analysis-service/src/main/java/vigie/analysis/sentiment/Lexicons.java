package vigie.analysis.sentiment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Word lists with a feeling per word, in one table of keys: what a list says about a word is one look-up for all lists. */
public final class Lexicons {
    /** Languages with columns of their own, in the order of the columns. */
    static final int LANGUAGES = 8;

    private static final int KINDS = 4;
    private static final int SOCIAL = 1;
    private static final int STEMS = 3;
    private static final int WIDTH = KINDS + KINDS * LANGUAGES;
    private static final float STEP = 1 / 64f;

    /** One bit in {@link #maybe} for so many bits of a key; most words are in no list, and learn that from a table that is small. */
    private static final int MAYBE_BITS = 19;

    private final KeyTable keys;
    private final long[] maybe = new long[(1 << MAYBE_BITS) / Long.SIZE];
    private final int[] rows;
    private final byte[] values;
    private final TreeMap<Long, float[]> entries;

    private Lexicons(TreeMap<Long, float[]> entries) {
        this.entries = entries;
        keys = new KeyTable(entries.size());
        rows = new int[keys.slots()];
        values = new byte[entries.size() * WIDTH];
        int row = 0;
        for (Map.Entry<Long, float[]> entry : entries.entrySet()) {
            rows[keys.put(entry.getKey())] = row;
            maybe[place(entry.getKey())] |= 1L << entry.getKey();
            for (int c = 0; c < WIDTH; c++) {
                values[row * WIDTH + c] = (byte) Math.round(entry.getValue()[c] / STEP);
            }
            row++;
        }
    }

    /** What a list holds: one number per word, −1 (bad) to 1 (good). */
    public enum Kind {
        TRANSLATED,
        SOCIAL,
        ADJECTIVES,
        STEMS
    }

    /** Lists of one kind: by language, and for all together. */
    public record Source(Kind kind, Map<String, Float> union, List<Map<String, Float>> byLanguage) {}

    /** @param sources one per kind; words in normal form ({@link TextFeatures#normalise}), stems as {@link TextFeatures#stem} gives them */
    public static Lexicons of(List<Source> sources) {
        var entries = new TreeMap<Long, float[]>();
        for (Source source : sources) {
            int kind = source.kind().ordinal();
            source.union().forEach((word, value) -> put(entries, kind, word, kind, value));
            for (int l = 0; l < source.byLanguage().size(); l++) {
                int column = KINDS + l * KINDS + kind;
                source.byLanguage().get(l).forEach((word, value) -> put(entries, kind, word, column, value));
            }
        }
        return new Lexicons(entries);
    }

    private static void put(TreeMap<Long, float[]> entries, int kind, String word, int column, float value) {
        long key = Keys.of(kind == STEMS ? Keys.LEXICON_STEM : Keys.LEXICON, Keys.roll(word));
        float rounded = Math.round(value / STEP) * STEP;
        entries.computeIfAbsent(key, k -> new float[WIDTH])[column] = rounded;
    }

    int word(long sum) {
        return row(Keys.of(Keys.LEXICON, sum));
    }

    int stem(long sum) {
        return row(Keys.of(Keys.LEXICON_STEM, sum));
    }

    private int row(long key) {
        if ((maybe[place(key)] & 1L << key) == 0) {
            return -1;
        }
        int slot = keys.find(key);
        return slot < 0 ? -1 : rows[slot];
    }

    /** The lowest six bits of the key choose the bit in the word. */
    private static int place(long key) {
        return (int) (key >>> 6) & ((1 << MAYBE_BITS - 6) - 1);
    }

    float value(int row, int column) {
        return row < 0 ? 0 : values[row * WIDTH + column] * STEP;
    }

    static boolean isStem(int lexicon) {
        return lexicon % KINDS == STEMS;
    }

    /** The first four lists are those of all languages, the next four those of the text's own. */
    static int column(int lexicon, int language) {
        boolean common = lexicon < KINDS || lexicon - KINDS == SOCIAL;
        return common ? lexicon % KINDS : KINDS + language * KINDS + lexicon - KINDS;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(entries.size());
        for (Map.Entry<Long, float[]> entry : entries.entrySet()) {
            out.writeLong(entry.getKey());
            float[] row = entry.getValue();
            int filled = 0;
            for (float v : row) {
                filled += v == 0 ? 0 : 1;
            }
            out.writeByte(filled);
            for (int c = 0; c < WIDTH; c++) {
                if (row[c] != 0) {
                    out.writeByte(c);
                    out.writeByte(Math.round(row[c] / STEP));
                }
            }
        }
    }

    static Lexicons read(DataInput in) throws IOException {
        int size = in.readInt();
        var entries = new TreeMap<Long, float[]>();
        for (int i = 0; i < size; i++) {
            long key = in.readLong();
            var row = new float[WIDTH];
            int filled = in.readUnsignedByte();
            for (int k = 0; k < filled; k++) {
                int column = in.readUnsignedByte();
                row[column] = in.readByte() * STEP;
            }
            entries.put(key, row);
        }
        return new Lexicons(entries);
    }
}
