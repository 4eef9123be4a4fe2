package vigie.local.whole;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import vigie.local.Vigie;
import vigie.local.receive.LocalReceiver;

/** The commands of the README do what it says: those for the API are run by a shell as they stand, those of {@code ./vigie} are understood. */
@ExtendWith(SharedVigie.class)
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final String BRAND = "zircona";

    private static final List<String> arrived = new CopyOnWriteArrayList<>();
    private static LocalReceiver desk;

    @TempDir
    private Path folder;

    @BeforeAll
    static void somebodyListens() throws Exception {
        desk = new LocalReceiver(0, 0, "sixteen characters or more", 204, Clock.systemUTC(), arrived::add);
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        SharedVigie.vigie().delete("/api/routes");
        SharedVigie.vigie().delete("/api/receivers/desk");
        SharedVigie.vigie().delete("/api/brands/" + BRAND);
        desk.close();
    }

    @Test
    void itsCallsOfTheApiSucceed() throws Exception {
        assumeTrue(onPath("bash") && onPath("curl"), "a shell and curl run the calls");
        var calls = blocks().stream()
                .map(block -> block.lines().filter(l -> !ofAProgram(l)).collect(joining("\n")))
                .filter(Predicate.not(String::isBlank))
                .toList();
        var key = calls.get(0).lines().findFirst().orElseThrow();
        assertThat(key).startsWith("KEY=");
        run(calls.get(0));
        learnFrom(60);
        for (var block : calls.subList(1, calls.size())) {
            run(key + "\n" + block);
        }
        await().untilAsserted(() -> assertThat(arrived).anyMatch(told -> told.contains("the signature is right")));
    }

    private static void learnFrom(int mentions) throws Exception {
        PageTest.push(IntStream.range(0, mentions)
                .mapToObj(i -> PageTest.post("readme-" + i, Instant.now(), "A quiet day at " + BRAND + " " + i))
                .toList());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> SharedVigie.vigie()
                                .get("/api/brands/" + BRAND + "/sentiment")
                                .status()
                        == 200);
    }

    @ParameterizedTest
    @MethodSource
    void itsCommandLinesAreUnderstood(String line) {
        var words = line.replaceFirst("#.*", "").strip().split("\\s+");
        var arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
        var vigie = new CommandLine(new Vigie()).setCaseInsensitiveEnumValuesAllowed(true);
        assertThatCode(() -> vigie.parseArgs(arguments)).doesNotThrowAnyException();
    }

    static List<String> itsCommandLinesAreUnderstood() throws Exception {
        var lines = blocks().stream()
                .flatMap(String::lines)
                .filter(l -> l.startsWith("./vigie "))
                .toList();
        assertThat(lines).hasSizeGreaterThan(4);
        return lines;
    }

    private static boolean ofAProgram(String line) {
        return line.startsWith("./vigie ") || line.startsWith("mvn ");
    }

    private static List<String> blocks() throws Exception {
        return BLOCK.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }

    /** In one folder, so that what a call leaves is there for the next; a refusal of the API ends it. */
    private void run(String commands) throws Exception {
        var said = folder.resolve("said");
        var here = SharedVigie.vigie()
                .withItsPorts(commands)
                .replace("127.0.0.1:9099", "127.0.0.1:" + desk.httpPort())
                .replace("acme", BRAND);
        var shell = new ProcessBuilder("bash", "-euc", """
                        curl() { command curl --silent --show-error --fail-with-body "$@"; }
                        """ + here)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as("%s\n%s", here, Files.readString(said)).isZero();
    }
}
