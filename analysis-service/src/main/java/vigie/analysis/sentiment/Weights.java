package vigie.analysis.sentiment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What training leaves behind, as it lies in the shipped file: keys without text, small integers, and a few dozen numbers.
 *
 * @param name model name and version, written into every answer
 * @param languages BCP-47 codes, in the order of the copies
 * @param keys ascending, 52 bits each
 * @param rarity by key: inverse document frequency, in steps of {@link #RARITY_STEP} above 1
 * @param home by key: the language that uses it most in the low 3 bits, how much more than the others in the rest
 * @param shared by key and class: weight in units of {@code unit}
 * @param own by language, then as {@code shared}: what this language adds
 * @param unit size of one step of the weights
 * @param lexiconWeights by language, lexicon number and class
 * @param base by language and class: the score of a text without features
 * @param calibration by class: three factors for the three scores, then an offset; gives log-odds
 */
public record Weights(
        String name,
        List<String> languages,
        long[] keys,
        byte[] rarity,
        byte[] home,
        byte[] shared,
        byte[][] own,
        float unit,
        float[][] lexiconWeights,
        float[][] base,
        float[][] calibration,
        Lexicons lexicons) {
    public static final int CLASSES = 3;
    public static final float RARITY_STEP = 12 / 255f;
    public static final int HOME_BITS = 3;

    private static final int MAGIC = 0x56534D31;

    /** The inverse document frequency that a byte of {@link #rarity} stands for. */
    public static float rarity(byte step) {
        return 1 + (step & 0xFF) * RARITY_STEP;
    }

    public void write(OutputStream stream) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream)))) {
            out.writeInt(MAGIC);
            out.writeUTF(name);
            out.writeByte(languages.size());
            for (String language : languages) {
                out.writeUTF(language);
            }
            out.writeInt(keys.length);
            long before = 0;
            for (long key : keys) {
                writeDistance(out, key - before);
                before = key;
            }
            out.write(rarity);
            out.write(home);
            out.writeFloat(unit);
            writeRows(out, shared);
            for (byte[] rows : own) {
                writeRows(out, rows);
            }
            writeTable(out, lexiconWeights);
            writeTable(out, base);
            writeTable(out, calibration);
            lexicons.write(out);
        }
    }

    /** @throws IOException when the stream breaks or holds something else */
    public static Weights read(InputStream stream) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a file of sentiment weights, or of another version");
            }
            String name = in.readUTF();
            var languages = new String[in.readUnsignedByte()];
            for (int i = 0; i < languages.length; i++) {
                languages[i] = in.readUTF();
            }
            var keys = new long[in.readInt()];
            long before = 0;
            for (int i = 0; i < keys.length; i++) {
                before += readDistance(in);
                keys[i] = before;
            }
            byte[] rarity = in.readNBytes(keys.length);
            byte[] home = in.readNBytes(keys.length);
            float unit = in.readFloat();
            byte[] shared = readRows(in, keys.length);
            var own = new byte[languages.length][];
            for (int l = 0; l < own.length; l++) {
                own[l] = readRows(in, keys.length);
            }
            return new Weights(
                    name,
                    List.of(languages),
                    keys,
                    rarity,
                    home,
                    shared,
                    own,
                    unit,
                    readTable(in),
                    readTable(in),
                    readTable(in),
                    Lexicons.read(in));
        }
    }

    private static void writeDistance(DataOutputStream out, long distance) throws IOException {
        long rest = distance;
        while (rest >= 0x80) {
            out.writeByte((int) rest | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readDistance(DataInputStream in) throws IOException {
        long distance = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = in.readUnsignedByte();
            distance |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return distance;
            }
        }
        throw new IOException("a key is longer than any key");
    }

    /** Most rows of a language are empty: only the others are written, each with the number of empty rows before it. */
    private static void writeRows(DataOutputStream out, byte[] rows) throws IOException {
        int count = rows.length / CLASSES;
        long empty = 0;
        for (int i = 0; i < count; i++) {
            if (rows[3 * i] == 0 && rows[3 * i + 1] == 0 && rows[3 * i + 2] == 0) {
                empty++;
                continue;
            }
            writeDistance(out, empty);
            out.write(rows, CLASSES * i, CLASSES);
            empty = 0;
        }
        writeDistance(out, empty);
    }

    private static byte[] readRows(DataInputStream in, int count) throws IOException {
        var rows = new byte[count * CLASSES];
        long i = readDistance(in);
        while (i < count) {
            in.readFully(rows, CLASSES * (int) i, CLASSES);
            i += 1 + readDistance(in);
        }
        return rows;
    }

    private static void writeTable(DataOutputStream out, float[][] table) throws IOException {
        out.writeInt(table.length);
        out.writeInt(table[0].length);
        for (float[] row : table) {
            for (float value : row) {
                out.writeFloat(value);
            }
        }
    }

    private static float[][] readTable(DataInputStream in) throws IOException {
        var table = new float[in.readInt()][in.readInt()];
        for (float[] row : table) {
            for (int i = 0; i < row.length; i++) {
                row[i] = in.readFloat();
            }
        }
        return table;
    }
}
