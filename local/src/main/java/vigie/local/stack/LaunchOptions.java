package vigie.local.stack;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes that starts everything. */
public final class LaunchOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vigie",
            description = "where everything is kept (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".vigie");

    @Mixin
    private PortPlan ports = new PortPlan();

    Path data() {
        return data;
    }

    PortPlan ports() {
        return ports;
    }
}
