package vigie.alert.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vigie.alert.Raised;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Messages;
import vigie.alert.notify.RecordedPosts;
import vigie.door.InvalidField;

class SlackNotifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Set<String> BLOCKS = Set.of("header", "section", "actions");

    @Test
    void whatSlackIsSentKeepsItsRulesAndSaysEverything() throws Exception {
        try (var slack = new RecordedPosts(SlackNotifierTest::answer)) {
            var notifier = new SlackNotifier(slack.posting());
            var settings = Map.of("url", slack.url("/services/T0/B0/x"));
            assertThat(notifier.send(Messages.french(NOW), settings)).isEqualTo(new Delivery.Sent("200"));
            var body = slack.next().body();
            assertThat(body.get("text").asString())
                    .isEqualTo("Ponant Rail: sérieux, depuis le 1 mars 09:00. 46 mentions négatives en 1 h");
            var all = body.toString();
            assertThat(all)
                    .contains("46 observées en 1h, 4,1 ± 4,0 attendues", "depuis le 1 mars 2026", "Prendre en charge")
                    .contains("http://localhost:8080/acknowledge/token", "alert=alert-1", "late again");
            assertThat(notifier.send(Messages.gathered(NOW), settings)).isInstanceOf(Delivery.Sent.class);
            assertThat(slack.next().body().toString()).contains("At the same time", "• Ponant Rail: serious");
        }
    }

    @Test
    void wordsOfStrangersCallNobodyAndLookLikeNothingOfOurs() {
        assertThat(Blocks.escaped(Messages.HOSTILE))
                .doesNotContain("<", ">")
                .contains("&lt;!channel&gt;", "&amp;", "\u2060*bold\u2060*");
        assertThat(Blocks.of(Messages.french(NOW)).toString()).doesNotContain("<!channel>", "<@U1>", "<script>");
    }

    @Test
    void whatIsTooLongForSlackIsCut() throws Exception {
        var long1 = "x".repeat(5_000);
        var alert = Raised.open("a", "ponant", NOW);
        try (var slack = new RecordedPosts(SlackNotifierTest::answer)) {
            var message = Messages.english("d", alert);
            var longer = new vigie.alert.notify.Message(
                    message.id(),
                    alert,
                    message.others(),
                    long1,
                    message.zone(),
                    "en",
                    message.exemplars(),
                    message.link(),
                    message.acknowledge(),
                    null,
                    false);
            assertThat(new SlackNotifier(slack.posting()).send(longer, Map.of("url", slack.url("/"))))
                    .isInstanceOf(Delivery.Sent.class);
        }
    }

    @Test
    void theAddressIsASecretAndMustBeOne() {
        var notifier = new SlackNotifier(null);
        assertThat(notifier.secrets()).containsExactly("url");
        assertThatThrownBy(() -> notifier.check(Map.of())).isInstanceOf(InvalidField.class);
    }

    /** By Slack's reference of blocks: what it would answer with 400 invalid_blocks. */
    private static int answer(JsonNode body) {
        if (body.get("text") == null
                || body.get("blocks") == null
                || body.get("blocks").size() > 50) {
            return 400;
        }
        for (var block : body.get("blocks")) {
            var type = block.get("type").asString();
            if (!BLOCKS.contains(type)) {
                return 400;
            }
            if (type.equals("header") && !isText(block.get("text"), "plain_text", 150)
                    || type.equals("section") && !isText(block.get("text"), "mrkdwn", 3_000)) {
                return 400;
            }
            if (type.equals("actions")) {
                for (var element : block.get("elements")) {
                    if (!element.get("type").asString().equals("button")
                            || !isText(element.get("text"), "plain_text", 75)
                            || element.get("url").asString().length() > 3_000) {
                        return 400;
                    }
                }
            }
        }
        return 200;
    }

    private static boolean isText(JsonNode text, String type, int longest) {
        return text.get("type").asString().equals(type)
                && !text.get("text").asString().isEmpty()
                && text.get("text").asString().length() <= longest;
    }
}
