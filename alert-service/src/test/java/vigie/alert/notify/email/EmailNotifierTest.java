package vigie.alert.notify.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.alert.Raised;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Invitation;
import vigie.alert.notify.Messages;
import vigie.door.InvalidField;
import vigie.model.Alert;

class EmailNotifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Map<String, String> ANNA = Map.of("address", "anna@example.org");

    private GreenMail server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void aLetterGoesOverTlsWithAUserInPlainAndInHtml() throws Exception {
        start(ServerSetup.PROTOCOL_SMTPS);
        server.setUser("vigie", "secret");
        var sent = notifier(MailSettings.Tls.TLS, "vigie", "127.0.0.1").send(Messages.french(NOW), ANNA);
        assertThat(sent).isInstanceOf(Delivery.Sent.class);
        var letter = received(1).get(0);
        assertThat(letter.getSubject()).isEqualTo("Ponant Rail: mentions négatives, depuis le 1 mars 09:00");
        assertThat(letter.getFrom()[0]).hasToString("vigie@acme.example");
        var parts = parts(letter);
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).getContentType()).startsWith("text/plain");
        assertThat((String) parts.get(0).getContent())
                .as("what a lock screen shows below the subject")
                .startsWith("Sérieux. 46 mentions négatives en 1 h")
                .contains(
                        "46 observées en 1h, 4,1 ± 4,0 attendues", "late again", "/acknowledge/token", "alert=alert-1");
        assertThat(parts.get(1).getContentType()).startsWith("text/html");
        assertThat((String) parts.get(1).getContent())
                .contains("&lt;script&gt;", "Prendre en charge", "/acknowledge/token")
                .doesNotContain("<script>", "<!channel>", "http://evil.example");
    }

    @Test
    void aPersonCanLeaveWithOneClick() throws Exception {
        start(ServerSetup.PROTOCOL_SMTP);
        plain().send(Messages.french(NOW), ANNA);
        var letter = received(1).get(0);
        assertThat(letter.getHeader("List-Unsubscribe")).containsExactly("<http://localhost:8080/unsubscribe/token>");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void allLettersAboutAnIncidentAreOneThreadAndARepetitionIsTheSameLetter() throws Exception {
        start(ServerSetup.PROTOCOL_SMTP);
        var notifier = plain();
        var open = Messages.english("d-1", Raised.open("alert-1", "ponant", NOW));
        notifier.send(open, ANNA);
        notifier.send(open, ANNA);
        var still = Raised.alert("alert-1", "ponant", NOW, Alert.Event.STILL, true, Alert.People.NOBODY, 5, List.of());
        notifier.send(Messages.english("d-2", still), ANNA);
        notifier.send(Messages.english("d-3", Raised.open("alert-2", "ponant", NOW.plusSeconds(600))), ANNA);
        var letters = received(4);
        assertThat(letters.get(0).getMessageID()).isEqualTo(letters.get(1).getMessageID());
        assertThat(letters.get(2).getMessageID()).isNotEqualTo(letters.get(0).getMessageID());
        assertThat(letters.get(2).getHeader("References"))
                .isEqualTo(letters.get(0).getHeader("References"));
        assertThat(letters.get(2).getSubject()).isEqualTo(letters.get(0).getSubject());
        assertThat(letters.get(3).getHeader("References"))
                .isNotEqualTo(letters.get(0).getHeader("References"));
    }

    @Test
    void aPersonIsAskedInItsLanguage() throws Exception {
        start(ServerSetup.PROTOCOL_SMTP);
        var invited = plain().invite(new Invitation("q-1", "fr", "http://localhost:8080/consent/token"), ANNA);
        assertThat(invited).isInstanceOf(Delivery.Sent.class);
        var text = (String) parts(received(1).get(0)).get(0).getContent();
        assertThat(text).contains("Vigie peut-elle envoyer", "http://localhost:8080/consent/token");
    }

    @Test
    void withoutEncryptionNothingIsSentWhereItIsRequired() {
        start(ServerSetup.PROTOCOL_SMTP);
        assertThat(notifier(MailSettings.Tls.STARTTLS, null, "").send(Messages.french(NOW), ANNA))
                .isInstanceOf(Delivery.Retry.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateOfUnknownMakingIsNotTrusted() {
        start(ServerSetup.PROTOCOL_SMTPS);
        assertThat(notifier(MailSettings.Tls.TLS, null, "").send(Messages.french(NOW), ANNA))
                .isInstanceOf(Delivery.Retry.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWrongPasswordIsTriedAgainSinceItCanBeMended() {
        start(ServerSetup.PROTOCOL_SMTP);
        server.setUser("vigie", "another");
        assertThat(notifier(MailSettings.Tls.NONE, "vigie", "").send(Messages.french(NOW), ANNA))
                .isInstanceOf(Delivery.Retry.class);
    }

    @Test
    void aServerThatHangsIsGivenUpForNow() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = settings(silent.getLocalPort(), MailSettings.Tls.NONE, null, "", Duration.ofMillis(300));
            assertThat(new EmailNotifier(settings).send(Messages.french(NOW), ANNA))
                    .isInstanceOfSatisfying(
                            Delivery.Retry.class,
                            retry -> assertThat(retry.trouble()).isEqualTo(Delivery.Trouble.HANGING));
        }
    }

    @Test
    void whatIsNoAddressOrMoreThanOneIsRefused() {
        var notifier = new EmailNotifier(settings(25, MailSettings.Tls.NONE, null, "", Duration.ofSeconds(1)));
        for (var wrong : List.of(
                "anna", "anna@", "a@x.org,b@x.org", "Anna <a@x.org>", "a@x.org\nBcc: b@x.org", "a b@x.org", "")) {
            assertThatThrownBy(() -> notifier.check(Map.of("address", wrong)))
                    .as(wrong)
                    .isInstanceOf(InvalidField.class);
        }
        notifier.check(ANNA);
        assertThatThrownBy(() -> new EmailNotifier(new MailSettings(
                                null, 25, MailSettings.Tls.NONE, null, null, "v@x.org", "", Duration.ofSeconds(1)))
                        .check(ANNA))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("VIGIE_NOTIFY_MAIL_HOST");
    }

    private void start(String protocol) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
    }

    private EmailNotifier plain() {
        return notifier(MailSettings.Tls.NONE, null, "");
    }

    private EmailNotifier notifier(MailSettings.Tls tls, String user, String trust) {
        var port = tls == MailSettings.Tls.TLS
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        return new EmailNotifier(settings(port, tls, user, trust, Duration.ofSeconds(10)));
    }

    private static MailSettings settings(int port, MailSettings.Tls tls, String user, String trust, Duration timeout) {
        return new MailSettings("127.0.0.1", port, tls, user, "secret", "vigie@acme.example", trust, timeout);
    }

    private List<MimeMessage> received(int count) {
        assertThat(server.waitForIncomingEmail(10_000, count)).isTrue();
        return List.of(server.getReceivedMessages());
    }

    /** The parts that hold text, however deep. */
    private static List<BodyPart> parts(MimeMessage letter) throws Exception {
        var found = new ArrayList<BodyPart>();
        collect((MimeMultipart) letter.getContent(), found);
        assertThat(GreenMailUtil.getWholeMessage(letter)).doesNotContain("Bcc:");
        return found;
    }

    private static void collect(MimeMultipart multipart, List<BodyPart> found) throws Exception {
        for (int i = 0; i < multipart.getCount(); i++) {
            var part = multipart.getBodyPart(i);
            if (part.getContent() instanceof MimeMultipart inner) {
                collect(inner, found);
            } else {
                found.add(part);
            }
        }
    }
}
