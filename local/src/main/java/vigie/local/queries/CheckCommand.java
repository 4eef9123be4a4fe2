package vigie.local.queries;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.json.Json;

/** {@code vigie queries check FILE…}: what the dashboard says while a query is typed, for a review or a build. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks files of tracking queries without a running service: what is wrong and where, what to write instead, what it costs.",
            "FILE.json, FILE.yaml: a list of brands as PUT /api/brands takes them, or of queries. Other files: one query a line;",
            "lines that begin with '# ' and <<< notes >>> are comments.",
            "Ends with 1 when a query is wrong, with 2 when a file cannot be read."
        })
final class CheckCommand implements Callable<Integer> {

    private static final long LARGEST = 16L << 20;

    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files of queries")
    private List<Path> files = List.of();

    @Option(
            names = "--texts",
            paramLabel = "FILE",
            description = "posts as NDJSON or one text a line, to try the queries on")
    private @Nullable Path texts;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "10",
            description = "show so many matched texts of each query (default: ${DEFAULT-VALUE})")
    private int show = 10;

    @Option(names = "--strict", description = "end with 1 on warnings too")
    private boolean strict;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Option(names = "--lang", paramLabel = "en|fr", description = "language of the messages (default: the terminal's)")
    private @Nullable String lang;

    @Override
    public Integer call() {
        var faults = new ArrayList<Fault>();
        var queries = new ArrayList<Checked>();
        int tried = -1;
        try {
            for (var path : files) {
                var file = QueryFile.read(source(path));
                faults.addAll(file.faults());
                file.queries().forEach(listed -> queries.add(new Checked(listed)));
            }
            if (texts != null) {
                tried = SampleText.read(texts, text -> queries.forEach(query -> query.attempt(text, show)));
            }
        } catch (IOException e) {
            spec.commandLine().getErr().println(reason(e));
            return 2;
        }
        var report = new Report(faults, queries, tried);
        var out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(Json.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(JsonReport.of(report, language())));
        } else {
            new TextReport(out, language()).print(report);
        }
        out.flush();
        return report.errors() > 0 || strict && report.warnings() > 0 ? 1 : 0;
    }

    private static Source source(Path path) throws IOException {
        if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
            throw new IOException(path + ": larger than " + LARGEST + " bytes");
        }
        try {
            var text = Files.readString(path);
            return new Source(path.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new IOException(path + ": not UTF-8", e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? e.getMessage() + ": no such file" : String.valueOf(e.getMessage());
    }

    private String language() {
        var wanted = lang == null ? Locale.getDefault().getLanguage() : lang.toLowerCase(Locale.ROOT);
        return wanted.startsWith("fr") ? "fr" : "en";
    }
}
