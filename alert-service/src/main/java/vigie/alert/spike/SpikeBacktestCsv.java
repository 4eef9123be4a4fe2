package vigie.alert.spike;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vigie.model.Alert;

/**
 * {@link SpikeBacktest} from text to text: {@code timestamp,value} in, the same rows with an {@code anomaly_score} out.
 *
 * @param alerts print the alerts with their reasons instead of the rows
 * @param explain add z, expected and sd to each row
 */
public record SpikeBacktestCsv(double budgetDays, Seasonality seasonality, boolean alerts, boolean explain) {

    /** Date and time to the second, {@code T} or a space between; what follows is ignored. */
    private static final int TIMESTAMP_LENGTH = 19;

    /**
     * Reads to the end.
     *
     * @throws IOException also for a row that cannot be read, naming its line
     */
    public void run(BufferedReader in, Appendable out) throws IOException {
        var header = in.readLine();
        if (header == null) {
            throw new IOException("line 1: the file is empty; a header with timestamp and value is needed");
        }
        var names = Arrays.stream(header.replace("\uFEFF", "").split(",", -1))
                .map(String::strip)
                .toList();
        var columns = new Columns(column(names, "timestamp"), column(names, "value"));
        var backtest = new SpikeBacktest(budgetDays, seasonality);
        if (!alerts) {
            out.append("timestamp,value,anomaly_score").append(explain ? ",z,expected,sd\n" : "\n");
        }
        var number = 1;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                var row = columns.read(line, number);
                print(row, backtest.next(row.at(), row.count()), out);
            }
        }
    }

    private static int column(List<String> names, String name) throws IOException {
        var index = names.indexOf(name);
        if (index < 0) {
            throw new IOException("line 1: no column " + name);
        }
        return index;
    }

    private void print(Input row, SpikeBacktest.Row judged, Appendable out) throws IOException {
        if (alerts) {
            var event = judged.event();
            if (event != null) {
                out.append(row.timestamp()).append(' ').append(event.name());
                out.append(event == Alert.Event.RESOLVE ? "" : " " + judged.sentence())
                        .append('\n');
            }
            return;
        }
        out.append(row.timestamp()).append(',').append(row.value()).append(judged.notified() ? ",1" : ",0");
        if (explain) {
            out.append("," + judged.z() + "," + judged.expected() + "," + judged.sd());
        }
        out.append('\n');
    }

    private record Input(String timestamp, String value, Instant at, long count) {}

    private record Columns(int timestamp, int value) {

        Input read(String line, int number) throws IOException {
            var cells = line.split(",", -1);
            if (cells.length <= Math.max(timestamp, value)) {
                throw new IOException("line " + number + ": a timestamp and a value are needed");
            }
            var time = cells[timestamp].strip();
            var count = cells[value].strip();
            try {
                return new Input(time, count, instant(time), count(count));
            } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
                throw new IOException(
                        String.format(Locale.ROOT, "line %d: not a time and a count in 5 minutes", number), e);
            }
        }

        private static Instant instant(String text) {
            return LocalDateTime.parse(text.substring(0, TIMESTAMP_LENGTH).replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC);
        }

        private static long count(String text) {
            var value = Double.parseDouble(text);
            if (!(value >= 0 && value <= Integer.MAX_VALUE)) {
                throw new NumberFormatException("not a count");
            }
            return (long) value;
        }
    }
}
