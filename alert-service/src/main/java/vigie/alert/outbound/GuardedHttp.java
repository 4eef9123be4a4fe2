package vigie.alert.outbound;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
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
import vigie.door.InvalidField;

/**
 * Posts to an address somebody typed in. Nothing of the answer but its status and {@code Retry-After} is read, so its size does not
 * matter.
 */
public final class GuardedHttp implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GuardedHttp.class);
    private static final int LONGEST_URL = 2_000;
    private static final int CONNECTIONS = 200;
    private static final int CONNECTIONS_A_HOST = 20;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Duration timeout;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "outbound-deadline");
        thread.setDaemon(true);
        return thread;
    });

    public GuardedHttp(OutboundSettings settings) {
        this(settings, new GuardedDns(settings));
    }

    GuardedHttp(OutboundSettings settings, GuardedDns dns) {
        timeout = settings.timeout();
        var limit = Timeout.of(timeout);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_A_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(limit)
                        .setConnectionRequestTimeout(limit)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Vigie")
                .build();
    }

    /**
     * What can be told about an address without looking it up.
     *
     * @throws InvalidField naming the field
     */
    public static void check(String field, @Nullable String url) {
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
    }

    /** Posts JSON once. */
    public Answer post(String url, Map<String, String> headers, byte[] body) {
        HttpPost post;
        try {
            post = new HttpPost(URI.create(url));
        } catch (IllegalArgumentException e) {
            return new Answer.Refused("the address cannot be used");
        }
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        headers.forEach(post::setHeader);
        // the time-outs of the connection start again with every byte; this one does not
        var deadline = deadlines.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return send(post);
        } catch (GuardedDns.PrivateAddress e) {
            return new Answer.Refused("the address is inside a private network, where settings do not allow to go");
        } catch (HttpException e) {
            return new Answer.Refused("the address cannot be used");
        } catch (SocketTimeoutException e) {
            return new Answer.Silence("no answer in time", true);
        } catch (IOException e) {
            return deadline.isDone()
                    ? new Answer.Silence("no answer in time", true)
                    : new Answer.Silence("no answer: " + e.getClass().getSimpleName(), false);
        } finally {
            deadline.cancel(false);
        }
    }

    private Answer send(HttpPost post) throws IOException, HttpException {
        var answer = http.executeOpen(RoutingSupport.determineHost(post), post, null);
        try {
            return new Answer.Status(answer.getCode(), retryAfter(answer));
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

    private static @Nullable Duration retryAfter(ClassicHttpResponse answer) {
        var header = answer.getFirstHeader("Retry-After");
        if (header == null || !header.getValue().matches("\\d{1,6}")) {
            return null;
        }
        var asked = Duration.ofSeconds(Long.parseLong(header.getValue()));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
