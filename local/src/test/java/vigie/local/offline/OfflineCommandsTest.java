package vigie.local.offline;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vigie.json.Json;

class OfflineCommandsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aBurstInTheCountsScoresOneOnItsRowAndZeroElsewhere() throws Exception {
        var rows = new StringBuilder("timestamp,value\n");
        IntStream.range(0, 600)
                .forEach(i -> rows.append("2026-01-%02d %02d:%02d:00,%d%n"
                        .formatted(1 + i / 288, i / 12 % 24, i % 12 * 5, i == 500 ? 90 : 1 + i % 3)));
        assertThat(run(new BacktestCommand(), "spikes", file("counts.csv", rows.toString())))
                .isZero();
        var lines = out.toString().lines().toList();
        assertThat(lines).hasSize(601).first().isEqualTo("timestamp,value,anomaly_score");
        assertThat(lines.stream().filter(l -> l.endsWith(",1"))).containsExactly("2026-01-02 17:40:00,90,1");
    }

    @Test
    void anUnreadableRowIsNamedByItsLine() throws Exception {
        var bad = file("bad.csv", "timestamp,value\n2026-01-01 00:00:00,many\n");
        assertThat(run(new BacktestCommand(), "spikes", bad)).isEqualTo(1);
        assertThat(err.toString()).contains("line 2");
    }

    @Test
    void theWorkedCounterGivesTheWorkedScores() throws Exception {
        var item =
                "{\"id\":\"a\",\"source\":\"x\",\"t0\":0,\"obs\":[[600,12],[1200,40],[1800,95],[2400,180],[3000,240],[3600,270]]}";
        assertThat(run(new BacktestCommand(), "virality", file("items.ndjson", item)))
                .isZero();
        var readings =
                out.toString().lines().map(l -> Json.mapper().readTree(l)).toList();
        assertThat(readings.get(0).path("score").asDouble()).isCloseTo(37.604, within());
        assertThat(readings.get(2).path("velocity").asDouble()).isCloseTo(244.924, within());
        assertThat(readings.get(5).path("score").asDouble()).isCloseTo(67.704, within());
        assertThat(readings.get(5).path("t").toString()).isEqualTo("3600");
    }

    @Test
    void theReportSaysHowWellTheScoreForetellsTheNextHour() throws Exception {
        var items = new StringBuilder();
        for (int item = 1; item <= 40; item++) {
            int perPoll = item;
            // equally many in all when they are looked at, some long ago and some lately
            items.append(IntStream.rangeClosed(1, 12)
                    .mapToObj(poll -> "[%d,%d]".formatted(600 * poll, 12 * (40 - perPoll) + perPoll * poll))
                    .collect(joining(
                            ",", "{\"id\":\"i%d\",\"source\":\"x\",\"t0\":0,\"obs\":[".formatted(item), "]}\n")));
        }
        assertThat(run(new BacktestCommand(), "virality", "--report", file("items.ndjson", items.toString())))
                .isZero();
        assertThat(out.toString()).startsWith("40 items, 40 with a look");
        assertThat(tau("rate since last look")).isEqualTo(1);
        assertThat(tau("score")).isGreaterThan(tau("lifetime rate"));
        assertThat(tau("count")).isNegative();
    }

    private double tau(String measure) {
        var line = out.toString()
                .lines()
                .filter(l -> l.strip().startsWith(measure))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Test
    void agreementOfOrdersLeavesTiesOut() {
        assertThat(Kendall.tau(new double[] {1, 2, 3, 4}, new double[] {10, 20, 30, 40}))
                .isEqualTo(1);
        assertThat(Kendall.tau(new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1}))
                .isEqualTo(-1);
        // of ten pairs seven agree and none disagrees; one is tied in x, two in y
        assertThat(Kendall.tau(new double[] {1, 1, 2, 3, 4}, new double[] {1, 2, 2, 4, 4}))
                .isCloseTo(7 / Math.sqrt(9.0 * 8), within());
        assertThat(Kendall.tau(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    }

    @Test
    void everyLineGetsAnAnswerInItsPlace() throws Exception {
        assertThat(run(new AnalyzeCommand(), file("texts.txt", "I love this, wonderful\n\nC'est nul et décevant\n")))
                .isZero();
        var labels = out.toString()
                .lines()
                .map(l -> Json.mapper().readTree(l).at("/sentiment/label").asString())
                .toList();
        assertThat(labels).hasSize(3);
        assertThat(labels.get(0)).isEqualTo("positive");
        assertThat(labels.get(2)).isEqualTo("negative");
    }

    @Test
    void aFileThatIsNotThereIsCalledSo() {
        var missing = folder.resolve("none.txt").toString();
        assertThat(run(new AnalyzeCommand(), missing)).isEqualTo(1);
        assertThat(run(new BacktestCommand(), "spikes", missing)).isEqualTo(1);
        assertThat(run(new BacktestCommand(), "virality", missing)).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.endsWith("none.txt: no such file"));
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(0.0005);
    }
}
