package vigie.local.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report as tables for a person. */
record ReportText(Report report) {

    String text() {
        if (!report.running()) {
            return "Vigie is not running on " + report.data() + ". Start it with ./vigie up.\n";
        }
        var text = new StringBuilder("Vigie is running on " + report.data() + ".\n\n");
        text.append(table(List.of("PROCESS", "STATE", "PORT", "PID", "MEMORY", "SINCE"), processes()));
        if (report.problem() != null) {
            return text.append("\nNo more can be said: ")
                    .append(report.problem())
                    .append(".\n")
                    .toString();
        }
        text.append('\n');
        if (report.sources().isEmpty()) {
            text.append("No source has brought anything yet.\n");
        } else {
            text.append(table(
                    List.of("SOURCE", "STATE", "LAST POST", "REACHED", "LAG", "A MINUTE", "UNREADABLE", ""),
                    sources()));
        }
        text.append('\n').append(table(List.of("STAGE", "TOPIC", "LAST", "A MINUTE", "READERS (BEHIND)"), stages()));
        return text.toString();
    }

    private List<List<String>> processes() {
        return report.processes().stream()
                .map(p -> List.of(
                        p.name(),
                        p.health(),
                        String.valueOf(p.port()),
                        p.pid() == null ? "–" : p.pid().toString(),
                        p.megabytes() == null ? "–" : p.megabytes() + " MB",
                        ago(p.since())))
                .toList();
    }

    private List<List<String>> sources() {
        return report.sources().stream()
                .map(s -> List.of(
                        s.source(),
                        s.state(),
                        ago(s.lastPost()),
                        ago(s.lastReached()),
                        s.lagSeconds() == null ? "–" : length(Duration.ofSeconds(s.lagSeconds())),
                        number(s.perMinute()),
                        number(s.malformed()),
                        s.error() == null ? "" : s.error()))
                .toList();
    }

    private List<List<String>> stages() {
        return report.stages().stream()
                .map(s -> List.of(
                        s.stage(),
                        s.topic(),
                        ago(s.last()),
                        number(s.perMinute()),
                        s.readers().stream()
                                .map(r -> r.group() + " (" + number(r.lag()) + ")")
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private String ago(@Nullable Instant moment) {
        return moment == null ? "–" : length(Duration.between(moment, report.at())) + " ago";
    }

    private static String length(Duration d) {
        var seconds = Math.max(0, d.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String table(List<String> head, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(head);
        all.addAll(rows);
        var text = new StringBuilder();
        for (var row : all) {
            var line = new StringBuilder("  ");
            for (int column = 0; column < row.size(); column++) {
                final int c = column;
                var width = all.stream().mapToInt(r -> r.get(c).length()).max().orElse(0);
                line.append(row.get(c)).append(" ".repeat(width - row.get(c).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
