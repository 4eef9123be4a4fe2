package vigie.alert.notify.webhook;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vigie.alert.live.AlertItem;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Message;
import vigie.alert.notify.Notifier;
import vigie.alert.notify.NotifySettings;
import vigie.door.InvalidField;
import vigie.json.Json;

/** Posts a signed JSON body. Nothing of the answer but its status and {@code Retry-After} is read, so its size does not matter. */
@Component
class WebhookNotifier implements Notifier {

    private static final Logger log = LoggerFactory.getLogger(WebhookNotifier.class);
    private static final String URL = "url";
    private static final String SECRET = "secret";
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_URL = 2_000;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final NotifySettings settings;
    private final Clock clock;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "webhook-deadline");
        thread.setDaemon(true);
        return thread;
    });

    WebhookNotifier(NotifySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = client(settings);
    }

    private static CloseableHttpClient client(NotifySettings settings) {
        var limit = Timeout.of(settings.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedDns(settings.allowPrivateAddresses()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(limit).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Vigie")
                .build();
    }

    /**
     * The body.
     *
     * @param delivery the same when it is tried again
     */
    record Body(String delivery, String event, String summary, String link, AlertItem alert) {}

    @Override
    public String channel() {
        return "webhook";
    }

    @Override
    public Set<String> secrets() {
        return Set.of(SECRET);
    }

    @Override
    public void check(Map<String, String> given) {
        var field = "settings." + URL;
        var url = given.get(URL);
        if (url == null || url.length() > LONGEST_URL) {
            throw new InvalidField(field, "is required, and has at most " + LONGEST_URL + " characters");
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidField(field, "is not an address");
        }
        if (!("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                || uri.getHost() == null
                || uri.getUserInfo() != null) {
            throw new InvalidField(field, "must be an http or https address with a host and without user and password");
        }
        var secret = given.get(SECRET);
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            throw new InvalidField(
                    "settings." + SECRET, "is required, and has at least " + SHORTEST_SECRET + " characters");
        }
    }

    @Override
    public Delivery send(Message message, Map<String, String> given) {
        var body = Json.mapper()
                .writeValueAsString(new Body(
                        message.id(),
                        message.alert().event().name(),
                        message.summary(),
                        message.link(),
                        AlertItem.of(message.alert(), message.language())))
                .getBytes(StandardCharsets.UTF_8);
        var post = new HttpPost(URI.create(given.getOrDefault(URL, "")));
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        post.setHeader(Signature.HEADER, Signature.of(given.getOrDefault(SECRET, ""), clock.instant(), body));
        post.setHeader("X-Vigie-Delivery", message.id());
        // the time-outs of the connection start again with every byte; this one does not
        var deadline = deadlines.schedule(post::cancel, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return post(post);
        } catch (GuardedDns.PrivateAddress e) {
            return new Delivery.Rejected("the address is inside a private network, where settings do not allow to go");
        } catch (HttpException e) {
            return new Delivery.Rejected("the address cannot be used");
        } catch (IOException e) {
            return new Delivery.Retry("no answer: " + e.getClass().getSimpleName(), null);
        } finally {
            deadline.cancel(false);
        }
    }

    private Delivery post(HttpPost post) throws IOException, HttpException {
        var answer = http.executeOpen(RoutingSupport.determineHost(post), post, null);
        try {
            return delivery(answer);
        } finally {
            // dropping the connection instead of reading on: an endless answer costs nothing
            post.cancel();
            closeQuietly(answer);
        }
    }

    /** The answer was understood; that the connection broke while it was dropped changes nothing. */
    private static void closeQuietly(ClassicHttpResponse answer) {
        try {
            answer.close();
        } catch (IOException e) {
            log.debug("closing an answer: {}", e.getMessage());
        }
    }

    private static Delivery delivery(ClassicHttpResponse answer) {
        int status = answer.getCode();
        if (status >= 200 && status < 300) {
            return new Delivery.Sent();
        }
        if (status >= 500 || status == 429 || status == 408 || status == 425) {
            return new Delivery.Retry("answered " + status, retryAfter(answer));
        }
        return new Delivery.Rejected(
                status >= 300 && status < 400
                        ? "answered " + status + ": redirects are not followed"
                        : "answered " + status);
    }

    private static @Nullable Duration retryAfter(ClassicHttpResponse answer) {
        var header = answer.getFirstHeader("Retry-After");
        if (header == null || !header.getValue().matches("\\d{1,6}")) {
            return null;
        }
        var asked = Duration.ofSeconds(Long.parseLong(header.getValue()));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    @PreDestroy
    void stop() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
