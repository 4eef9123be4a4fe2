package vigie.local.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigie.local.load.PushClient;
import vigie.local.load.PushTarget;
import vigie.local.stack.LaunchOptions;
import vigie.local.stack.Launcher;
import vigie.local.stack.Stack;
import vigie.server.Life;

/** {@code vigie demo}: everything of {@code up}, and a brand's crisis to watch. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Start everything and play a scenario: four made-up brands, two weeks of talk, then a crisis.")
public final class DemoCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private LaunchOptions options = new LaunchOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the same seed tells the same story (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        try (var receivers = new DemoReceivers(Clock.systemUTC(), this::say)) {
            return new Launcher(options, spec.commandLine(), Life.SHORT)
                    .with(receivers.environment())
                    .run(stack -> play(stack, receivers));
        }
    }

    private void play(Stack stack, DemoReceivers receivers) throws IOException, InterruptedException {
        var key = stack.credentials().apiKey();
        var push = new PushClient(
                new PushTarget(URI.create("http://127.0.0.1:" + stack.ports().ingest()), key), PATIENCE);
        var brands =
                new BrandsClient(URI.create("http://127.0.0.1:" + stack.ports().alert()), key);
        var run = new DemoRun(push, brands, Clock.systemUTC(), seed, this::say);
        var prepared = run.prepare();
        receivers.register(URI.create("http://127.0.0.1:" + stack.ports().alert()), key);
        say("what Vigie sends arrives here: posts of a webhook, and letters to you@demo.example once you agree"
                + " (open the link below)");
        run.play(prepared);
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        synchronized (out) {
            out.println("  " + line.replace(System.lineSeparator(), System.lineSeparator() + "  "));
            out.flush();
        }
    }
}
