package vigie.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Raised;
import vigie.alert.setup.Setup;
import vigie.model.Notification;

/** Hours of receivers that misbehave, in a time that passes as the test says. */
@AlertServiceTest
class PatienceTest {

    private static final Duration GIVE_UP = Duration.ofHours(3);
    private static final List<String> RECEIVERS = List.of("broken", "away", "huge", "fine");

    private final Api api;
    private final Ledger ledger;
    private final Setup setup;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;
    private final VirtualTurns time = new VirtualTurns(Instant.now());
    private final Outgoing outgoing;
    private Hooks hooks;

    PatienceTest(
            @LocalServerPort int port,
            @Autowired Ledger ledger,
            @Autowired Setup setup,
            @Autowired Incidents incidents,
            @Autowired Stages stages,
            @Autowired Composer composer,
            @Autowired Repeats repeats,
            @Autowired ConcurrentMessageListenerContainer<String, byte[]> container) {
        api = Api.at(port);
        this.ledger = ledger;
        this.setup = setup;
        this.container = container;
        Clock clock = time;
        var settings = new NotifySettings(
                "http://localhost", Duration.ofSeconds(10), Duration.ofHours(6), GIVE_UP, Duration.ZERO, GIVE_UP);
        outgoing = new Outgoing(
                ledger, new Gate(setup, incidents, stages, clock), composer, repeats, settings, time, clock);
    }

    @BeforeEach
    void receivers() throws IOException {
        hooks = new Hooks();
        assertThat(api.put("/api/brands/patient", "{\"name\":\"Patient\"}").statusCode())
                .isLessThan(300);
        for (var id : RECEIVERS) {
            var answer = api.put("/api/receivers/" + id, hooks.receiver(id, ",\"brands\":[\"patient\"]"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        // the service's own sender would send it in its own time
        container.stop();
        outgoing.takeCharge("patient"::equals);
    }

    @AfterEach
    void clean() {
        outgoing.letGo();
        outgoing.close();
        RECEIVERS.forEach(id -> api.delete("/api/receivers/" + id));
        api.delete("/api/brands/patient");
        hooks.close();
        container.start();
    }

    @Test
    void anHourOfErrorsRedirectsAndMegabytesDelaysNobodyAndIsMadeGoodOnce() {
        hooks.answer("broken", 500);
        hooks.answer("away", 307);
        hooks.talk("huge", 10);
        for (int i = 0; i < 6; i++) {
            for (var receiver : RECEIVERS) {
                decide("hour-" + i, receiver);
            }
            var before = hooks.at("fine").size();
            time.pass(Duration.ofSeconds(1));
            assertThat(hooks.at("fine")).as("told at once").hasSize(before + 1);
            assertThat(hooks.at("huge")).as("whatever it answers").hasSize(before + 1);
            time.pass(Duration.ofMinutes(10));
        }
        assertThat(hooks.at("broken").size()).as("asked again, ever less often").isBetween(15, 150);
        assertThat(outcomes("hour", "broken")).containsOnly("pending");
        assertThat(outcomes("hour", "away")).as("a redirect is never followed").containsOnly("rejected");
        assertThat(hooks.at("inside")).isEmpty();

        var missed = hooks.at("broken").size();
        hooks.answer("broken", 200);
        time.pass(Duration.ofMinutes(10));
        assertThat(outcomes("hour", "broken")).containsOnly("sent");
        var late = hooks.at("broken").subList(missed, hooks.at("broken").size());
        var told = new ArrayList<String>();
        late.forEach(body -> {
            told.add(body.at("/alert/id").asString());
            body.get("others").forEach(other -> told.add(other.get("id").asString()));
        });
        assertThat(told).containsExactlyInAnyOrder("hour-0", "hour-1", "hour-2", "hour-3", "hour-4", "hour-5");
    }

    @Test
    void whatIsGivenUpCanBeSeenAndSentAgain() {
        hooks.answer("broken", 500);
        decide("given-up", "broken");
        time.pass(GIVE_UP.plusMinutes(6));
        var id = "given-up:OPEN:1:broken";
        var shown = Api.json(api.get("/api/notifications?outcome=rejected&brand=patient"))
                .get("items");
        assertThat(shown.findValuesAsString("id")).contains(id);
        assertThat(ledger.find(id).orElseThrow().reason())
                .startsWith("gave up after ")
                .endsWith("answered 500");
        var tries = hooks.at("broken").size();
        time.pass(Duration.ofHours(2));
        assertThat(hooks.at("broken")).as("nothing more is tried").hasSize(tries);

        hooks.answer("broken", 200);
        assertThat(api.post("/api/notifications/" + id + "/resend", "").statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            time.pass(Duration.ofSeconds(1));
            return outcomes("given-up", "broken").contains("sent");
        });
        time.pass(Duration.ofHours(1));
        assertThat(hooks.at("broken")).as("once").hasSize(tries + 1);
        assertThat(api.post("/api/notifications/" + id + "/resend", "").statusCode())
                .as("what arrived is not sent again")
                .isEqualTo(422);
    }

    /** Writes down what the stages would, and returns once the sender has heard of it. */
    private void decide(String alertId, String receiver) {
        var heard = time.tasks();
        var alert = Raised.open(alertId, "patient", time.instant());
        ledger.write(Rows.of(Telling.of(alert).to(setup.receiver(receiver).orElseThrow(), 0), time.instant()));
        await().atMost(Duration.ofSeconds(30)).until(() -> time.tasks() > heard);
    }

    private List<String> outcomes(String alertIds, String receiver) {
        return ledger.newestFirst()
                .filter(row ->
                        row.alertId().startsWith(alertIds) && row.receiver().equals(receiver))
                .map(Notification::outcome)
                .toList();
    }
}
