package vigie.sentiment.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import vigie.model.SentimentLabel;

/** Reads {@code label<TAB>text} files, plain or gzipped, one text a line. */
public final class Examples {
    private static final Map<String, String> LANGUAGES = languages();

    private Examples() {}

    private static Map<String, String> languages() {
        var byName = new TreeMap<String, String>();
        for (String code : Locale.getISOLanguages()) {
            byName.put(
                    Locale.forLanguageTag(code)
                            .getDisplayLanguage(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    code);
        }
        return byName;
    }

    /**
     * All files {@code <language>/<name>.tsv} of a folder, in the order of their paths; a language is a code or its English name.
     *
     * @param name such as {@code train}; the name of each file without its ending
     */
    public static List<Example> folder(Path folder, String name) throws IOException {
        var examples = new ArrayList<Example>();
        List<Path> inner;
        try (var paths = Files.list(folder)) {
            inner = paths.filter(Files::isDirectory).sorted().toList();
        }
        for (Path language : inner) {
            for (String ending : List.of(".tsv", ".tsv.gz")) {
                Path file = language.resolve(name + ending);
                if (Files.exists(file)) {
                    String named = language.getFileName().toString().toLowerCase(Locale.ROOT);
                    String code = LANGUAGES.getOrDefault(named, named);
                    examples.addAll(file(file, code, folder.getFileName().toString()));
                }
            }
        }
        if (examples.isEmpty()) {
            throw new IOException("no file <language>/" + name + ".tsv in " + folder);
        }
        return examples;
    }

    /** @throws IOException naming the line, when one is not a label, a tab and a text */
    public static List<Example> file(Path file, String language, String source) throws IOException {
        var examples = new ArrayList<Example>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                int tab = line.indexOf('\t');
                SentimentLabel label = tab < 0 ? null : label(line.substring(0, tab));
                if (label == null) {
                    throw new IOException(
                            file + " line " + number + ": expected negative, neutral or positive, a tab, and the text");
                }
                examples.add(new Example(line.substring(tab + 1), label, language, source));
            }
        }
        return examples;
    }

    private static @Nullable SentimentLabel label(String word) {
        for (SentimentLabel label : SentimentLabel.values()) {
            if (label.wire().equals(word)) {
                return label;
            }
        }
        return null;
    }
}
