package vigie.local.status;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.local.stack.Home;
import vigie.local.stack.PortPlan;
import vigie.server.PidFile;
import vigie.server.Readiness;

/** Looks at the processes through their pid files and doors. */
final class Processes {

    private final Home home;

    Processes(Home home) {
        this.home = home;
    }

    List<Report.ProcessLine> look(PortPlan ports) {
        return ports.byName().entrySet().stream()
                .map(e -> look(e.getKey(), e.getValue()))
                .toList();
    }

    private Report.ProcessLine look(String name, int port) {
        var running = new PidFile(home.run().resolve(name + ".pid")).running();
        if (running.isEmpty()) {
            return new Report.ProcessLine(name, null, port, "stopped", null, null);
        }
        var first = running.get(0);
        return new Report.ProcessLine(
                name,
                first.pid(),
                port,
                ready(name, port) ? "ready" : "not ready",
                first.info().startInstant().orElse(null),
                megabytes(running));
    }

    private static boolean ready(String name, int port) {
        var http = "http://127.0.0.1:" + port;
        if (name.equals("kafka")) {
            // asked properly where the stages are read
            return vigie.server.Ports.accepts(port);
        }
        return Readiness.answers(URI.create(http
                + (name.equals("elasticsearch")
                        ? "/_cluster/health?wait_for_status=yellow&timeout=1s"
                        : "/actuator/health/readiness")));
    }

    private static @Nullable Long megabytes(List<ProcessHandle> processes) {
        long kilobytes = 0;
        for (var process : processes) {
            var of = residentKilobytes(process.pid());
            if (of == null) {
                return null;
            }
            kilobytes += of;
        }
        return kilobytes / 1024;
    }

    private static @Nullable Long residentKilobytes(long pid) {
        var status = Path.of("/proc", Long.toString(pid), "status");
        try {
            if (Files.isReadable(status)) {
                return Files.readAllLines(status).stream()
                        .filter(l -> l.startsWith("VmRSS:"))
                        .map(l -> Long.parseLong(l.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(null);
            }
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            return Long.parseLong(
                    new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip());
        } catch (IOException | NumberFormatException e) {
            // no such program, or the process has just ended
            return null;
        }
    }
}
