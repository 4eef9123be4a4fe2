package vigie.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vigie.server.StartFailed;

class PreflightTest {

    private static final long PLENTY = 100L << 30;

    private final Home home = new Home(Path.of("data"));
    private final PortPlan ports = new PortPlan(8080, 8081, 8082, 9092, 9200);

    @Test
    void aMachineWithRoomIsLetThrough() {
        assertThatCode(() -> Preflight.check(home, ports, new Machine(PLENTY, PLENTY, port -> true)))
                .doesNotThrowAnyException();
    }

    @Test
    void everyPortInUseIsNamedWithItsOwner() {
        var machine = new Machine(PLENTY, PLENTY, port -> port != 8080 && port != 9200);

        assertThatThrownBy(() -> Preflight.check(home, ports, machine))
                .isInstanceOf(StartFailed.class)
                .hasMessage("In use by another program: port 9200 (elasticsearch), 8080 (alert-service)."
                        + " Stop that program, or choose other ports (./vigie up --help).");
    }

    @Test
    void tooLittleDiskIsToldWithFigures() {
        var machine = new Machine(1L << 30, PLENTY, port -> true);

        assertThatThrownBy(() -> Preflight.check(home, ports, machine))
                .isInstanceOf(StartFailed.class)
                .hasMessageStartingWith("Too little disk: 1.0 GB free for " + home.folder());
    }

    @Test
    void tooLittleMemoryIsToldWithFigures() {
        var machine = new Machine(PLENTY, 1L << 29, port -> true);

        assertThatThrownBy(() -> Preflight.check(home, ports, machine))
                .isInstanceOf(StartFailed.class)
                .hasMessageStartingWith("Too little memory: 0.5 GB free");
    }
}
