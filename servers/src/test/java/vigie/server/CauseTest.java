package vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CauseTest {

    private static final Path DATA = Path.of("/srv/vigie/kafka");

    @Test
    void whatSpringBootExplainsIsToldInItsWords() {
        var log = """
                APPLICATION FAILED TO START

                Description:

                Web server failed to start. Port 8081 was already in use.

                Action:

                Identify and stop the process.
                """;

        assertThat(Cause.in(log, DATA)).isEqualTo("\"Web server failed to start. Port 8081 was already in use.\".");
    }

    @Test
    void aFullDiskIsKnownWhereverItIsSaid() {
        assertThat(Cause.in("ERROR x : java.io.IOException: No space left on device\n\tat a.b(C.java:1)", DATA))
                .isEqualTo("the disk is full.");
    }

    @Test
    void anOptionThatNamesTroubleIsNoTrouble() {
        var log = """
                2026-01-01 INFO  JVM arguments [-XX:+ExitOnOutOfMemoryError, -XX:+X-corrupt]
                Caused by: java.lang.IllegalStateException: the reason
                	at a.b(C.java:1)
                	... 12 more
                """;

        assertThat(Cause.in(log, DATA)).isEqualTo("\"java.lang.IllegalStateException: the reason\".");
    }

    @Test
    void aBrokenFolderIsNamed() {
        assertThat(Cause.in("ERROR org.apache.lucene.index.CorruptIndexException: codec footer mismatch", DATA))
                .startsWith("the data folder /srv/vigie/kafka is broken");
    }

    @Test
    void silenceIsSaidToo() {
        assertThat(Cause.in("", DATA)).isEqualTo("it said nothing.");
    }
}
