package vigie.local.receive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalReceiverTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_010);

    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private LocalReceiver receiver;

    @TempDir
    private Path letters;

    @BeforeEach
    void start() throws Exception {
        receiver = new LocalReceiver(0, 0, "secret", 202, letters, Clock.fixed(NOW, ZoneOffset.UTC), printed::add);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aSignatureIsCheckedAsDocumented() throws Exception {
        var right = "t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163";
        assertThat(post("{}", right)).contains("ok   the signature is right, and 10 s old");
        assertThat(post("{ }", right)).contains("BAD  the signature is wrong");
        assertThat(post("{}", "t=1700000000,v1=00")).contains("BAD  the signature is malformed");
        assertThat(post("{}", null)).contains("BAD  there is no signature");
    }

    @Test
    void aRepetitionIsSaidToBeOne() throws Exception {
        assertThat(post("{\"delivery\":\"d-1\",\"headline\":\"Acme: serious\"}", null))
                .contains("Acme: serious", "delivery d-1")
                .doesNotContain("repetition");
        assertThat(post("{\"delivery\":\"d-1\"}", null)).contains("a repetition");
    }

    @Test
    void otherChannelsAreKnownByTheirForm() throws Exception {
        assertThat(post("{\"text\":\"t\",\"blocks\":[{\"type\":\"section\",\"text\":{\"text\":\"hello\"}}]}", null))
                .contains("Slack message", "hello", "ok   1 blocks");
        assertThat(post("{\"attachments\":[{\"content\":{\"type\":\"AdaptiveCard\"}}]}", null))
                .contains("Teams card", "ok   it is an AdaptiveCard");
        assertThat(post("[{\"labels\":{\"alertname\":\"Vigie\"}}]", null))
                .contains("Alertmanager", "ok   every alert has a name");
        assertThat(post("not json", null)).contains("BAD  the body is no JSON");
    }

    @Test
    void wordsOfStrangersDoNotSteerTheTerminal() throws Exception {
        assertThat(post("{\"summary\":\"\\u001b[2J gone\"}", null))
                .contains("[2J gone")
                .doesNotContain("\u001b");
    }

    @Test
    void aLetterIsPrintedAndCheckedAndKeptWhereItWasAskedFor() throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(receiver.mailPort()));
        var letter = new MimeMessage(Session.getInstance(properties));
        letter.setFrom(new InternetAddress("vigie@acme.example"));
        letter.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("anna@acme.example"));
        letter.setSubject("Acme: serious");
        letter.setHeader("List-Unsubscribe", "<https://vigie.example/unsubscribe/x>");
        letter.setText("46 negative mentions");
        Transport.send(letter);
        assertThat(next())
                .contains("letter to anna@acme.example", "Subject: Acme: serious", "46 negative mentions")
                .contains("BAD  in plain text and in HTML", "BAD  can be left with one click");
        assertThat(next()).contains("kept as");
        assertThat(letters.resolve("letter-1.eml"))
                .content()
                .contains("Subject: Acme: serious", "46 negative mentions");
        assertThat(letters.resolve("letter-1.html")).doesNotExist();
    }

    @Test
    void whatIsNoNotificationIsSaidToBeNone() throws Exception {
        assertThat(post("{}", null)).contains("post to /hook", "BAD  it has no delivery id");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.httpPort() + "/hook"));
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(next()).contains("GET /hook", "BAD  notifications are posted");
    }

    private String post(String body, String signature) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.httpPort() + "/hook"))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (signature != null) {
            request.header("X-Vigie-Signature", signature);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(202);
        return next();
    }

    private String next() throws InterruptedException {
        var one = printed.poll(10, TimeUnit.SECONDS);
        assertThat(one).as("something was printed").isNotNull();
        return one;
    }
}
