package vigie.local.stack;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import picocli.CommandLine;
import vigie.server.ChildProcess;
import vigie.server.Life;
import vigie.server.Reaper;
import vigie.server.StartFailed;

/** Runs everything on one data folder until it is told to stop or a process ends by itself; leaves nothing running. */
public final class Launcher {

    /** What goes on beside the running stack, on a thread that is interrupted when the stack is to stop. */
    public interface Scenario {
        void play(Stack stack) throws Exception;
    }

    static final Scenario NOTHING_ELSE = stack -> {};

    private static final Duration REAP = Duration.ofSeconds(30);
    private static final long LOG_BYTES = 20L << 20;
    private static final int LINES_SHOWN = 12;

    private final LaunchOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Function<Home, Machine> machine;
    private final Function<PortPlan, List<Program>> services;
    private final Life life;
    private Map<String, String> more = Map.of();

    public Launcher(LaunchOptions options, CommandLine line, Life life) {
        this(
                options,
                line.getOut(),
                line.getErr(),
                home -> Machine.here(home.folder()),
                ports -> Program.services(
                        Path.of(System.getProperty("vigie.root", "")).toAbsolutePath(), ports, life),
                life);
    }

    Launcher(
            LaunchOptions options,
            PrintWriter out,
            PrintWriter err,
            Function<Home, Machine> machine,
            Function<PortPlan, List<Program>> services,
            Life life) {
        this.options = options;
        this.out = out;
        this.err = err;
        this.machine = machine;
        this.services = services;
        this.life = life;
    }

    /** Gives the services this environment, too. */
    public Launcher with(Map<String, String> environment) {
        more = Map.copyOf(environment);
        return this;
    }

    /** Returns the exit code; throws {@link StartFailed} with one sentence when something could not be started. */
    public int run(Scenario scenario) {
        var home = Home.open(options.data());
        try (var stop = new StopSignal();
                var lock = HomeLock.take(home, "starting it again")) {
            for (var name : Reaper.reap(home.run(), REAP)) {
                say("ended " + name + ", left running by a launcher that was killed");
            }
            var programs = services.apply(options.ports());
            Preflight.check(home, options.ports(), machine.apply(home));
            var credentials = Credentials.of(home, System.getenv());
            try (var stack = Stack.start(home, options.ports(), credentials, programs, life, more, this::say)) {
                return watch(stack, home, scenario);
            } catch (StartFailed e) {
                if (stop.requested()) {
                    return 0;
                }
                throw e;
            } finally {
                say("everything is stopped; the data is kept in " + home.folder());
            }
        }
    }

    private int watch(Stack stack, Home home, Scenario scenario) {
        out.print(new Welcome(stack, home).text());
        out.flush();
        var trouble = new CompletableFuture<String>();
        stack.firstToEnd().thenAccept(child -> trouble.complete(obituary(child)));
        var player = new Thread(() -> play(scenario, stack, trouble), "scenario");
        player.setDaemon(true);
        player.start();
        try {
            while (true) {
                try {
                    err.println(trouble.get(10, TimeUnit.SECONDS));
                    err.flush();
                    return 1;
                } catch (TimeoutException e) {
                    stack.boundLogs(LOG_BYTES);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            player.interrupt();
        }
    }

    private static void play(Scenario scenario, Stack stack, CompletableFuture<String> trouble) {
        try {
            scenario.play(stack);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            trouble.complete(String.valueOf(e.getMessage()));
        }
    }

    private static String obituary(ChildProcess child) {
        return "%s ended unexpectedly (exit code %d), so everything is stopped. Its last lines, from %s:%n  %s"
                .formatted(
                        child.name(),
                        child.onExit().join(),
                        child.log(),
                        String.join(System.lineSeparator() + "  ", child.lastLines(LINES_SHOWN)));
    }

    private void say(String line) {
        synchronized (out) {
            out.println("  " + line);
            out.flush();
        }
    }
}
