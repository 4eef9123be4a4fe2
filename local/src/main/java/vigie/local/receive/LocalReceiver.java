package vigie.local.receive;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes posts and letters on this machine alone, checks them and says what they are; keeps nothing. */
public final class LocalReceiver implements AutoCloseable {

    private static final int LARGEST = 1 << 20;
    private static final String NOBODY = "nobody@localhost";

    private final HttpServer http;
    private final GreenMail mail;
    private final PostReader posts;
    private final Consumer<String> out;
    private final Clock clock;
    private final int status;

    /**
     * Listens at once.
     *
     * @param httpPort 0 = any; {@code mailPort} likewise
     * @param secret of webhooks, to check their signatures; null = they are not checked
     * @param status what posts are answered with, to see what Vigie does then
     */
    public LocalReceiver(
            int httpPort, int mailPort, @Nullable String secret, int status, Clock clock, Consumer<String> out)
            throws IOException {
        this.out = out;
        this.clock = clock;
        this.status = status;
        posts = new PostReader(secret, clock);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
        http.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "receive");
            thread.setDaemon(true);
            return thread;
        }));
        http.createContext("/", this::post);
        http.start();
        mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var users = mail.getUserManager();
        users.setMessageDeliveryHandler((moving, address) -> {
            print(moving.getMessage(), address.getEmail());
            return keeper();
        });
    }

    public int httpPort() {
        return http.getAddress().getPort();
    }

    public int mailPort() {
        return mail.getSmtp().getPort();
    }

    private void post(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST);
        var signature = exchange.getRequestHeaders().getFirst("X-Vigie-Signature");
        say(posts.read(exchange.getRequestURI().getPath(), signature, body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void print(MimeMessage letter, String to) throws MessagingException {
        try {
            say(LetterReader.read(letter, to));
        } catch (IOException e) {
            say(new Printed("letter to " + to, List.of(), List.of(new Printed.Finding(false, "it cannot be read"))));
        }
    }

    private void say(Printed printed) {
        printed.to(out, clock.instant());
    }

    /** The library wants somebody to give the letter to; what is given is thrown away. */
    private GreenMailUser keeper() {
        var users = mail.getUserManager();
        try {
            var known = users.getUserByEmail(NOBODY);
            mail.purgeEmailFromAllMailboxes();
            return known != null ? known : users.createUser(NOBODY, NOBODY, NOBODY);
        } catch (Exception e) {
            throw new IllegalStateException("the mail receiver cannot make a mailbox", e);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        mail.stop();
    }
}
