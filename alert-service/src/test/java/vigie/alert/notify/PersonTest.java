package vigie.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Raised;
import vigie.alert.TopicReader;
import vigie.alert.setup.TopicWriter;
import vigie.model.Alert;
import vigie.model.Consent;
import vigie.model.Notification;
import vigie.model.PostId;
import vigie.topic.Topics;

/** A person: asked, told, taking care from the message, and gone again. */
@AlertServiceTest
class PersonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK =
            Pattern.compile("http://localhost:8080(/(?:acknowledge|consent|unsubscribe)/\\S+)");
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Api api;
    private final TopicWriter writer;
    private final Ledger ledger;
    private final EmbeddedKafkaBroker broker;

    PersonTest(
            @LocalServerPort int port,
            @Autowired TopicWriter writer,
            @Autowired Ledger ledger,
            @Autowired EmbeddedKafkaBroker broker) {
        this.port = port;
        api = Api.at(port);
        this.writer = writer;
        this.ledger = ledger;
        this.broker = broker;
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("vigie.notify.mail.host", () -> "127.0.0.1");
        settings.add("vigie.notify.mail.port", () -> MAIL.getSmtp().getPort());
        settings.add("vigie.notify.mail.tls", () -> "none");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @BeforeEach
    void brand() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        // the service has just started
        await().atMost(PATIENCE)
                .until(() ->
                        api.put("/api/brands/person", "{\"name\":\"Person\"}").statusCode() < 300);
    }

    @Test
    void nobodyIsToldBeforeAgreeingOrAfterLeaving() throws Exception {
        receiver("p-anna", "anna@person.example");
        var question = mail("anna@person.example", 1);
        assertThat(question.getHeader("List-Unsubscribe")).isNull();
        var early = raise("person-early");
        outcome(early, "p-anna", "no-consent");
        assertThat(outcomeOfTest("p-anna")).isEqualTo("no-consent");

        var link = link(question, "consent");
        assertThat(ask(link, "GET").body()).contains("May Vigie send alerts", "Yes, send me alerts");
        var scanned = raise("person-scanned");
        outcome(scanned, "p-anna", "no-consent");
        assertThat(ask(link, "POST").body()).contains("Thank you");

        var alert = raise("person-told");
        outcome(alert, "p-anna", "sent");
        var letter = mail("anna@person.example", 2);
        var proof = Api.json(api.post("/api/consents/export", address("anna@person.example")));
        assertThat(proof.at("/consent/state").asString()).isEqualTo("given");
        assertThat(proof.at("/consent/text").asString()).startsWith("May Vigie send alerts");
        assertThat(proof.at("/consent/askedBy").asString()).isEqualTo("api-key");
        assertThat(proof.at("/consent/givenAt").asString()).isNotEmpty();
        assertThat(proof.at("/receivers/0").asString()).isEqualTo("p-anna");

        var leave = link(letter, "unsubscribe");
        assertThat(letter.getHeader("List-Unsubscribe")[0]).isEqualTo("<http://localhost:8080" + leave + ">");
        assertThat(ask(leave, "GET").body()).contains("Stop sending me alerts");
        assertThat(ask(leave, "POST", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(200);
        var late = raise("person-left");
        outcome(late, "p-anna", "no-consent");
        assertThat(ask(link, "POST").statusCode())
                .as("the old question is void")
                .isEqualTo(410);
        assertThat(Api.json(api.get("/api/receivers/p-anna")).get("consent").asString())
                .isEqualTo("withdrawn");
        assertThat(letters("anna@person.example")).hasSize(2);
    }

    @Test
    void aConsentGivenBeforeIdsHadAKeyCountsUntilItIsForgotten() throws Exception {
        var id = PostId.hash("email\nearly@person.example").substring(0, 32);
        var given = new Consent(
                id,
                "email",
                "p-early",
                Consent.GIVEN,
                "May we?",
                "en",
                Instant.now(),
                "a",
                Instant.now(),
                null,
                "link");
        writer.write(Topics.CONSENTS, id, given, "a");
        await().atMost(PATIENCE).until(() -> consent("early@person.example").has("state"));
        receiver("p-early", "early@person.example");
        outcome(raise("person-early-bird"), "p-early", "sent");
        assertThat(letters("early@person.example"))
                .as("told, and not asked again")
                .hasSize(1);
        api.post("/api/consents/erase", address("early@person.example"));
        assertThat(consent("early@person.example").isMissingNode()).isTrue();
        receiver("p-early", "early@person.example");
        await().atMost(PATIENCE).until(() -> consent("early@person.example").has("id"));
        assertThat(consent("early@person.example").get("id").asString())
                .as("asked anew, with an id that tells nothing")
                .isNotEqualTo(id);
    }

    private JsonNode consent(String address) {
        return Api.json(api.post("/api/consents/export", address(address))).path("consent");
    }

    @Test
    void whatIsKnownOfAPersonCanBeForgotten() throws Exception {
        receiver("p-gone", "gone@person.example");
        ask(link(mail("gone@person.example", 1), "consent"), "POST");
        var alert = raise("person-gone");
        outcome(alert, "p-gone", "sent");
        var erased = Api.json(api.post("/api/consents/erase", address("Gone@person.example")));
        assertThat(erased.get("receivers").asInt()).isEqualTo(1);
        assertThat(erased.get("notifications").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(api.get("/api/receivers/p-gone").statusCode()).isEqualTo(404);
        var left = Api.json(api.post("/api/consents/export", address("gone@person.example")));
        assertThat(left.get("consent")).isNull();
        assertThat(left.get("ids"))
                .as("the log says still that it was asked, agreed and forgotten")
                .isNotEmpty();
        await().atMost(PATIENCE)
                .until(() -> ledger.of(alert.id()).stream()
                        .noneMatch(row -> row.receiver().equals("p-gone")));
    }

    @Test
    void aScannerThatOpensLinksAcknowledgesNothingAndThePersonDoesOnce() throws Exception {
        receiver("p-ack", "ack@person.example");
        ask(link(mail("ack@person.example", 1), "consent"), "POST");
        var alert = raise("person-ack");
        outcome(alert, "p-ack", "sent");
        var link = link(mail("ack@person.example", 2), "acknowledge");
        try (var actions = TopicReader.fromEnd(broker, Topics.ALERT_ACTIONS)) {
            var page = ask(link, "GET");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<form method=\"post\">", "Acknowledge: I take care of it", "46 negative mentions")
                    .contains("width=device-width")
                    .doesNotContain("<script");
            assertThat(ask(link, "HEAD").statusCode()).isEqualTo(200);
            var pressed = http.sendAsync(request(link, "POST", ""), HttpResponse.BodyHandlers.ofString());
            var action = actions.next(a -> a.alertId().equals("person-ack"));
            assertThat(action.verb()).isEqualTo("ack");
            assertThat(action.by()).as("only the button does").isEqualTo("p-ack");
            var after = Raised.after(alert, action);
            writer.write(Topics.ALERTS, "person", after, "test");
            assertThat(pressed.get().body()).contains("Acknowledged");
            assertThat(ask(link, "GET").body())
                    .contains("p-ack takes care of it")
                    .doesNotContain("<form");
            // somebody reopens it: the link has done what it could
            var reopened = Raised.alert(
                    "person-ack",
                    "person",
                    alert.openedAt(),
                    Alert.Event.ACTION,
                    false,
                    new Alert.People(null, null, null, false, List.of(action)),
                    after.revision() + 1,
                    List.of());
            writer.write(Topics.ALERTS, "person", reopened, "test");
            await().atMost(PATIENCE).until(() -> ask(link, "GET").body().contains("This link is void"));
            assertThat(ask(link, "POST").body()).doesNotContain("Acknowledged");
        }
        assertThat(ask(link.substring(0, link.length() - 2) + "AA", "GET").statusCode())
                .isEqualTo(410);
        assertThat(ask(link.replace("/acknowledge/", "/unsubscribe/"), "POST").statusCode())
                .as("a link for one thing is none for another")
                .isEqualTo(410);
    }

    private void receiver(String id, String address) {
        var answer = api.put(
                "/api/receivers/" + id,
                "{\"name\":\"P\",\"channel\":\"email\",\"settings\":{\"address\":\"" + address + "\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String address(String address) {
        return "{\"channel\":\"email\",\"address\":\"" + address + "\"}";
    }

    private String outcomeOfTest(String receiver) {
        return Api.json(api.post("/api/receivers/" + receiver + "/test", ""))
                .at("/items/0/outcome")
                .asString();
    }

    private Alert raise(String id) {
        var alert = Raised.open(id, "person", Instant.now());
        writer.write(Topics.ALERTS, "person", alert, "test");
        return alert;
    }

    private void outcome(Alert alert, String receiver, String outcome) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger.of(alert.id()))
                        .filteredOn(row -> row.receiver().equals(receiver))
                        .extracting(Notification::outcome)
                        .containsExactly(outcome));
    }

    /** The newest letter to an address, once there are so many. */
    private static MimeMessage mail(String to, int count) {
        await().atMost(PATIENCE).until(() -> letters(to).size() >= count);
        return letters(to).get(count - 1);
    }

    private static List<MimeMessage> letters(String to) {
        return List.of(MAIL.getReceivedMessagesForDomain(to));
    }

    private static String link(MimeMessage letter, String kind) throws Exception {
        var text = text((MimeMultipart) letter.getContent());
        var links = LINK.matcher(text);
        while (links.find()) {
            if (links.group(1).startsWith("/" + kind + "/")) {
                return links.group(1);
            }
        }
        throw new AssertionError("no link to " + kind + " in " + text);
    }

    private static String text(MimeMultipart parts) throws Exception {
        var first = parts.getBodyPart(0).getContent();
        return first instanceof MimeMultipart inner ? text(inner) : (String) first;
    }

    private HttpResponse<String> ask(String path, String method) throws Exception {
        return ask(path, method, "");
    }

    private HttpResponse<String> ask(String path, String method, String body) throws Exception {
        return http.send(request(path, method, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String method, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
