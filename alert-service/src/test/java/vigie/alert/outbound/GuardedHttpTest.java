package vigie.alert.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A name that means something else each time it is asked. Two servers share a port: one at an address that may be reached, which stands
 * for the world, the other inside.
 */
class GuardedHttpTest {

    private static final String WORLD = "127.0.0.2";
    private static final String INSIDE = "127.0.0.1";

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger reached = new AtomicInteger();
    private final AtomicInteger robbed = new AtomicInteger();
    private HttpServer world;
    private HttpServer inside;
    private GuardedHttp http;

    @BeforeEach
    void servers() throws IOException {
        inside = server(INSIDE, 0, robbed);
        try {
            world = server(WORLD, inside.getAddress().getPort(), reached);
        } catch (IOException e) {
            abort("LEFT OUT: this machine has one loopback address only");
        }
    }

    @AfterEach
    void stop() {
        inside.stop(0);
        if (world != null) {
            world.stop(0);
            http.close();
        }
    }

    @Test
    void aNameThatTurnsInwardsIsAskedOnceForEachConnectionAndThenRefused() {
        attack(time -> time == 1 ? List.of(WORLD) : List.of(INSIDE));
        assertThat(post()).isEqualTo(new Answer.Status(200, null));
        assertThat(asked.get()).as("what was looked at is what is connected to").isEqualTo(1);
        assertThat(post()).as("no connection of before is used again").isInstanceOf(Answer.Refused.class);
        assertThat(reached.get()).isEqualTo(1);
        assertThat(robbed.get()).isZero();
    }

    @Test
    void aNameThatMeansBothIsRefusedWhicheverComesFirst() {
        attack(time -> time % 2 == 0 ? List.of(WORLD, INSIDE) : List.of(INSIDE, WORLD));
        assertThat(post()).isInstanceOf(Answer.Refused.class);
        assertThat(post()).isInstanceOf(Answer.Refused.class);
        assertThat(reached.get() + robbed.get()).isZero();
    }

    @Test
    void howeverOftenANameChangesNothingInsideIsReached() {
        attack(time -> List.of(time % 3 == 0 ? WORLD : INSIDE));
        for (int i = 0; i < 60; i++) {
            post();
        }
        assertThat(reached.get()).isEqualTo(20);
        assertThat(robbed.get()).isZero();
    }

    private interface Meaning {
        List<String> at(int time);
    }

    private void attack(Meaning meaning) {
        var settings = new OutboundSettings(Duration.ofSeconds(10), false, List.of(WORLD + "/32"));
        http = new GuardedHttp(settings, new GuardedDns(settings, host -> {
            var addresses = meaning.at(asked.incrementAndGet());
            var found = new InetAddress[addresses.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses.get(i));
            }
            return found;
        }));
    }

    private Answer post() {
        return http.post(
                "http://rebinding.example:" + inside.getAddress().getPort() + "/", Map.of(), new byte[] {'{', '}'});
    }

    private static HttpServer server(String address, int port, AtomicInteger calls) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
