package vigie.local.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SentimentCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aModelLearntHereIsMeasuredHere() throws Exception {
        Files.createDirectories(folder.resolve("english"));
        var file = folder.resolve("english/train.tsv");
        // invented words carry the feeling, so that nothing but this training can have taught them
        Files.writeString(
                file,
                List.of("Nordbank", "Railvia", "Belissa", "Telmo", "Marqa").stream()
                        .map(brand -> "negative\twhat a zorglub day with %s\n".formatted(brand)
                                + "positive\tsuch a flambidou offer from %s\n".formatted(brand)
                                + "neutral\t%s opens at nine\n".formatted(brand))
                        .collect(Collectors.joining()));
        var weights = folder.resolve("weights.bin").toString();
        assertThat(run("train", folder.toString(), "--out", weights, "--name", "tiny-7", "--folds", "1"))
                .isZero();
        assertThat(out.toString()).contains("15 texts", "bytes written to");
        assertThat(run("evaluate", file.toString(), "--weights", weights, "--lang", "en"))
                .isZero();
        assertThat(out.toString()).contains("model tiny-7", "15 texts, macro-F1 100.0, macro recall 100.0");
        assertThat(run("evaluate", file.toString(), "--lang", "en")).isZero();
        assertThat(out.toString()).contains("model vigie-linear-2");
    }

    @Test
    void aLineThatIsNotLabelledIsNamed() throws Exception {
        var file = folder.resolve("bad.tsv");
        Files.writeString(file, "positive\tfine\nsplendid\n");
        assertThat(run("evaluate", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("line 2");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThat(run("evaluate", folder.resolve("none.tsv").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none.tsv: there is no such file");
    }

    private int run(String... arguments) {
        return new CommandLine(new SentimentCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
