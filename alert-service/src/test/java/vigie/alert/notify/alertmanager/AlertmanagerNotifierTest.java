package vigie.alert.notify.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vigie.alert.Raised;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Messages;
import vigie.alert.notify.RecordedPosts;
import vigie.door.InvalidField;
import vigie.model.Alert;

class AlertmanagerNotifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);

    @Test
    void anIncidentIsOneAlertThatBeginsAndEnds() throws Exception {
        try (var manager = new RecordedPosts(AlertmanagerNotifierTest::answer)) {
            var notifier = new AlertmanagerNotifier(manager.posting(), CLOCK);
            var settings = Map.of("url", manager.url("/"), "token", "t0");
            var open = Raised.open("alert-1", "ponant", NOW);
            assertThat(notifier.send(Messages.english("d-1", open), settings)).isEqualTo(new Delivery.Sent("200"));
            var first = manager.next();
            assertThat(first.path()).isEqualTo("/api/v2/alerts");
            assertThat(first.authorization()).isEqualTo("Bearer t0");
            assertThat(first.body().at("/0/annotations/summary").asString()).isEqualTo("46 negative mentions in 1 h");
            assertThat(Instant.parse(first.body().at("/0/endsAt").asString())).isAfter(NOW.plusSeconds(86_400));
            var over = Raised.alert(
                    "alert-1", "ponant", NOW, Alert.Event.RESOLVE, true, Alert.People.NOBODY, 9, List.of());
            notifier.send(Messages.english("d-2", over), settings);
            var last = manager.next();
            assertThat(last.body().at("/0/labels")).isEqualTo(first.body().at("/0/labels"));
            assertThat(last.body().at("/0/startsAt")).isEqualTo(first.body().at("/0/startsAt"));
            assertThat(Instant.parse(last.body().at("/0/endsAt").asString())).isBeforeOrEqualTo(CLOCK.instant());
        }
    }

    @Test
    void whatIsGatheredIsOneAlertEach() throws Exception {
        try (var manager = new RecordedPosts(AlertmanagerNotifierTest::answer)) {
            var notifier = new AlertmanagerNotifier(manager.posting(), CLOCK);
            var settings = Map.of("url", manager.url("/prefix/api/v2/alerts"), "user", "u", "password", "p");
            notifier.send(Messages.gathered(NOW), settings);
            var post = manager.next();
            assertThat(post.path()).isEqualTo("/prefix/api/v2/alerts");
            assertThat(post.authorization()).isEqualTo("Basic dTpw");
            assertThat(post.body().size()).isEqualTo(2);
        }
    }

    @Test
    void credentialsThatContradictThemselvesAreRefused() {
        var notifier = new AlertmanagerNotifier(null, CLOCK);
        var url = "https://alerts.example";
        for (var wrong : List.of(
                Map.of("url", url, "user", "u"),
                Map.of("url", url, "password", "p"),
                Map.of("url", url, "token", "t", "user", "u", "password", "p"))) {
            assertThatThrownBy(() -> notifier.check(wrong)).isInstanceOf(InvalidField.class);
        }
    }

    /** By Alertmanager's OpenAPI document: what it would answer with 400. */
    private static int answer(JsonNode body) {
        if (!body.isArray()) {
            return 400;
        }
        for (var alert : body) {
            if (alert.get("labels") == null || alert.get("labels").isEmpty()) {
                return 400;
            }
            for (var label : alert.get("labels").properties()) {
                if (!label.getKey().matches("[a-zA-Z_][a-zA-Z0-9_]*")
                        || !label.getValue().isString()) {
                    return 400;
                }
            }
            for (var annotation : alert.get("annotations").properties()) {
                if (!annotation.getValue().isString()) {
                    return 400;
                }
            }
            var starts = Instant.parse(alert.get("startsAt").asString());
            if (Instant.parse(alert.get("endsAt").asString()).isBefore(starts)) {
                return 400;
            }
        }
        return 200;
    }
}
