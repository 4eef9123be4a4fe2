package vigie.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpikeBacktestTest {

    private static final Instant START = Instant.ofEpochSecond(1_700_006_400);

    @ParameterizedTest
    @CsvSource({"busy,none", "busy,adaptive", "quiet,none", "quiet,adaptive"})
    void agreesWithAnIndependentImplementationRowByRow(String stream, String mode) throws IOException {
        var counts = (stream.equals("busy") ? SyntheticCounts.BUSY : SyntheticCounts.QUIET).draw();
        var backtest = new SpikeBacktest(7, mode.equals("none") ? Seasonality.NONE : Seasonality.ADAPTIVE);
        try (var golden = golden(stream + "-" + mode)) {
            golden.readLine();
            var row = 0;
            for (var line = golden.readLine(); line != null; line = golden.readLine()) {
                var cells = line.split(",", -1);
                var at = Integer.parseInt(cells[0]);
                for (; row < at; row++) {
                    assertThat(backtest.next(START.plusSeconds(300L * row), counts[row])
                                    .event())
                            .as("row %d says nothing", row)
                            .isNull();
                }
                var judged = backtest.next(START.plusSeconds(300L * row), counts[row]);
                assertThat(counts[row]).isEqualTo(Long.parseLong(cells[1]));
                assertThat(judged.z()).as("z of row %d", row).isCloseTo(Double.parseDouble(cells[2]), within(1e-9));
                assertThat(judged.expected()).isCloseTo(Double.parseDouble(cells[3]), within(1e-9));
                assertThat(judged.sd()).isCloseTo(Double.parseDouble(cells[4]), within(1e-9));
                assertThat(judged.judgement().seasonal()).isEqualTo(cells[5].equals("1"));
                assertThat(Objects.toString(judged.event(), "")).isEqualTo(cells[6]);
                row++;
            }
            assertThat(row).isEqualTo(counts.length);
        }
    }

    @Test
    void rowsComeOutAsTheyWentInWithAScore() throws IOException {
        var out = new StringBuilder();
        csv(false, true).run(file("2015-02-26 21:42:53,104\n2015-02-26T21:47:53,100.0\n"), out);

        assertThat(out.toString().lines())
                .hasSize(3)
                .element(0)
                .isEqualTo("timestamp,value,anomaly_score,z,expected,sd");
        assertThat(out.toString().lines().toList().get(1)).startsWith("2015-02-26 21:42:53,104,0,");
        assertThat(out.toString().lines().toList().get(2)).startsWith("2015-02-26T21:47:53,100.0,0,");
    }

    @Test
    void alertsArePrintedWithTheirReason() throws IOException {
        var rows = new StringBuilder();
        var counts = SyntheticCounts.QUIET.draw();
        for (int i = 0; i < 1600; i++) {
            rows.append(START.plusSeconds(300L * i))
                    .append(',')
                    .append(counts[i])
                    .append('\n');
        }
        var out = new StringBuilder();
        csv(true, false).run(file(rows.toString()), out);

        assertThat(out.toString().lines()).hasSize(4);
        assertThat(out.toString())
                .contains(" OPEN ")
                .contains(" in 15 min, expected ")
                .contains("a level this brand reaches ")
                .contains(" RESOLVE\n");
    }

    @Test
    void aRowThatIsNoCountIsNamedByItsLine() {
        assertThatThrownBy(() -> csv(false, false).run(file("2015-02-26 21:42:53,many\n"), new StringBuilder()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> csv(false, false).run(file("yesterday,1\n"), new StringBuilder()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
    }

    private static SpikeBacktestCsv csv(boolean alerts, boolean explain) {
        return new SpikeBacktestCsv(7, Seasonality.ADAPTIVE, alerts, explain);
    }

    private static BufferedReader file(String rows) {
        return new BufferedReader(new StringReader("timestamp,value\n" + rows));
    }

    private static BufferedReader golden(String name) {
        var in = Objects.requireNonNull(SpikeBacktestTest.class.getResourceAsStream("/spike/" + name + ".csv"));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
