package vigie.local.receive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie receive}: see what a receiver would get, without having one. */
@Command(
        name = "receive",
        mixinStandardHelpOptions = true,
        description =
                "Receive notifications on this machine, by HTTP (webhook, Slack, Teams, Alertmanager) and by mail;"
                        + " check and print them until Ctrl-C.")
public final class ReceiveCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--http-port", paramLabel = "N", defaultValue = "9099", description = "default: ${DEFAULT-VALUE}")
    private int httpPort = 9_099;

    @Option(names = "--smtp-port", paramLabel = "N", defaultValue = "2525", description = "default: ${DEFAULT-VALUE}")
    private int mailPort = 2_525;

    @Option(names = "--secret", paramLabel = "TEXT", description = "the webhook's secret, to check its signatures")
    private @Nullable String secret;

    @Option(
            names = "--status",
            paramLabel = "CODE",
            defaultValue = "204",
            description = "answer posts with this status, to see what is done about a receiver that fails (default:"
                    + " ${DEFAULT-VALUE})")
    private int status = 204;

    @Option(
            names = "--keep",
            paramLabel = "FOLDER",
            description = "keep letters there, each as .eml for a mail program and .html for a browser")
    private @Nullable Path keep;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        try (var receiver = new LocalReceiver(httpPort, mailPort, secret, status, keep, Clock.systemUTC(), line -> {
            synchronized (out) {
                out.println(line);
                out.flush();
            }
        })) {
            out.println("Posts go to http://127.0.0.1:" + receiver.httpPort() + "/ (any path), letters to 127.0.0.1:"
                    + receiver.mailPort() + ". Vigie reaches them when started with");
            out.println("  env VIGIE_NOTIFY_ALLOWED_RANGES=127.0.0.1/32 VIGIE_NOTIFY_MAIL_HOST=127.0.0.1"
                    + " VIGIE_NOTIFY_MAIL_PORT="
                    + receiver.mailPort() + " VIGIE_NOTIFY_MAIL_TLS=none ./vigie up");
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("Port " + httpPort + " or " + mailPort + " is taken: " + e.getMessage());
            return 1;
        }
    }
}
