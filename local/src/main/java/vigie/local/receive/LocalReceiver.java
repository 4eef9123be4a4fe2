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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes posts and letters on this machine alone, checks them and says what they are. */
public final class LocalReceiver implements AutoCloseable {

    private static final int LARGEST = 1 << 20;
    private static final String NOBODY = "nobody@localhost";

    private final HttpServer http;
    private final GreenMail mail;
    private final PostReader posts;
    private final Consumer<String> out;
    private final Clock clock;
    private final int status;
    private final @Nullable Path letters;
    private final AtomicInteger kept = new AtomicInteger();

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
        this(httpPort, mailPort, secret, status, null, clock, out);
    }

    /** @param letters folder where letters are kept, to be opened in a mail program and a browser; null = nowhere */
    LocalReceiver(
            int httpPort,
            int mailPort,
            @Nullable String secret,
            int status,
            @Nullable Path letters,
            Clock clock,
            Consumer<String> out)
            throws IOException {
        this.letters = letters;
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
        try {
            mail.start();
        } catch (IllegalStateException e) {
            http.stop(0);
            throw new IOException(e.getMessage(), e);
        }
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
        var path = exchange.getRequestURI().getPath();
        if (!exchange.getRequestMethod().equals("POST")) {
            say(Printed.bad(exchange.getRequestMethod() + " " + path, "notifications are posted; this is none"));
            exchange.getResponseHeaders().set("Allow", "POST");
            exchange.sendResponseHeaders(405, -1);
            exchange.close();
            return;
        }
        var body = exchange.getRequestBody().readNBytes(LARGEST);
        var signature = exchange.getRequestHeaders().getFirst("X-Vigie-Signature");
        say(posts.read(path, signature, body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void print(MimeMessage letter, String to) throws MessagingException {
        try {
            say(LetterReader.read(letter, to));
            if (letters != null) {
                keep(letter, letters.resolve("letter-" + kept.incrementAndGet()));
            }
        } catch (IOException e) {
            say(Printed.bad("letter to " + to, "it cannot be read or kept: " + e.getMessage()));
        }
    }

    private void keep(MimeMessage letter, Path name) throws MessagingException, IOException {
        Files.createDirectories(name.toAbsolutePath().getParent());
        try (var whole = Files.newOutputStream(Path.of(name + ".eml"))) {
            letter.writeTo(whole);
        }
        var html = LetterReader.html(letter);
        if (html != null) {
            Files.writeString(Path.of(name + ".html"), html);
        }
        out.accept("    kept as " + name + (html == null ? ".eml" : ".eml and .html"));
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
