package vigie.alert.notify.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Messages;
import vigie.alert.notify.RecordedPosts;

class TeamsNotifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Set<String> ELEMENTS = Set.of("TextBlock", "Container");

    @Test
    void whatTeamsIsSentIsACardThatSaysEverything() throws Exception {
        try (var teams = new RecordedPosts(TeamsNotifierTest::answer)) {
            var notifier = new TeamsNotifier(teams.posting());
            var settings = Map.of("url", teams.url("/workflows/x/triggers/manual/paths/invoke"));
            assertThat(notifier.send(Messages.french(NOW), settings)).isEqualTo(new Delivery.Sent("202"));
            var body = teams.next().body();
            assertThat(body.get("summary").asString())
                    .isEqualTo("Ponant Rail: sérieux, depuis le 1 mars 09:00. 46 mentions négatives en 1 h");
            assertThat(body.toString())
                    .contains("46 observées en 1h, 4,1 ± 4,0 attendues", "depuis le 1 mars 2026", "Prendre en charge")
                    .contains("http://localhost:8080/acknowledge/token", "alert=alert-1", "late again");
            assertThat(notifier.send(Messages.gathered(NOW), settings)).isInstanceOf(Delivery.Sent.class);
            assertThat(teams.next().body().toString()).contains("At the same time");
        }
    }

    @Test
    void wordsOfStrangersAreNoMarkdown() {
        assertThat(Card.escaped(Messages.HOSTILE))
                .contains("\\[win\\]\\(http", "\\*bold\\*", "\\<script\\>", "\\# title", "\\`x\\`");
        assertThat(Card.escaped("- a list")).isNotEqualTo("- a list");
    }

    /** By the schema of Adaptive Cards and the limits of Teams: what a workflow would refuse. */
    private static int answer(JsonNode body) {
        var attachment = body.at("/attachments/0");
        var card = attachment.get("content");
        if (!body.get("type").asString().equals("message")
                || !attachment.get("contentType").asString().equals("application/vnd.microsoft.card.adaptive")
                || !card.get("type").asString().equals("AdaptiveCard")
                || !card.get("version").asString().matches("1\\.[0-5]")
                || body.toString().length() > 28_000) {
            return 400;
        }
        for (var element : card.get("body")) {
            if (!ELEMENTS.contains(element.get("type").asString())) {
                return 400;
            }
        }
        for (var action : card.get("actions")) {
            if (!action.get("type").asString().equals("Action.OpenUrl")
                    || action.get("url").asString().isEmpty()) {
                return 400;
            }
        }
        return 202;
    }
}
