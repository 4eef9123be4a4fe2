package vigie.analysis.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What training leaves behind for telling languages apart.
 *
 * @param languages BCP-47 codes of the candidates
 * @param rows by bucket of {@link LanguageGrams}, then language: small integers in units of {@code unit}
 * @param unit size of one step
 */
public record LanguageWeights(List<String> languages, byte[] rows, float unit) {
    public LanguageWeights {
        languages = List.copyOf(languages);
    }

    public void write(OutputStream stream) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
            out.writeByte(languages.size());
            for (String language : languages) {
                out.writeUTF(language);
            }
            out.writeFloat(unit);
            out.write(rows);
        }
    }

    /** @throws IOException when the stream breaks or is too short */
    public static LanguageWeights read(InputStream stream) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(stream))) {
            var languages = new String[in.readUnsignedByte()];
            for (int i = 0; i < languages.length; i++) {
                languages[i] = in.readUTF();
            }
            float unit = in.readFloat();
            var rows = new byte[LanguageGrams.BUCKETS * languages.length];
            in.readFully(rows);
            return new LanguageWeights(List.of(languages), rows, unit);
        }
    }
}
