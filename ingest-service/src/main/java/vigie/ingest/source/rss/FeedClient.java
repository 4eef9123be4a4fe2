package vigie.ingest.source.rss;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Fetches a feed once, politely and within bounds: conditional, few redirects, a time limit for all of it, a size limit. */
final class FeedClient implements AutoCloseable {

    private static final int REDIRECTS = 5;
    private static final Duration ALL_OF_IT = Duration.ofSeconds(60);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final String KINDS =
            "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";

    private final CloseableHttpClient http;
    private final long maxBytes;
    private final ScheduledExecutorService deadline = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "feed-deadline");
        thread.setDaemon(true);
        return thread;
    });

    FeedClient(AddressGuard guard, long maxBytes) {
        this.maxBytes = maxBytes;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(10))
                        .setSocketTimeout(Timeout.ofSeconds(20))
                        .build())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(20))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("Vigie (feed reader)")
                .build();
    }

    /** What the server said. */
    sealed interface Fetched {

        /** @param url where it lies now; differs from what was asked only after permanent redirects */
        record Body(
                byte[] bytes,
                @Nullable String contentType,
                URI url,
                @Nullable String etag,
                @Nullable String lastModified)
                implements Fetched {}

        record NotModified() implements Fetched {}

        record Later(@Nullable Duration after, int status) implements Fetched {}

        record Gone() implements Fetched {}

        /** An answer on the way, not yet the end. */
        record Moved(URI to, boolean permanent) implements Fetched {}
    }

    Fetched fetch(URI url, @Nullable String etag, @Nullable String lastModified, Instant now) throws IOException {
        var kept = url;
        var at = url;
        boolean permanentSoFar = true;
        for (int i = 0; i <= REDIRECTS; i++) {
            var answer = ask(at, kept, etag, lastModified, now);
            if (!(answer instanceof Fetched.Moved moved)) {
                return answer;
            }
            permanentSoFar &= moved.permanent();
            at = moved.to();
            kept = permanentSoFar ? at : kept;
        }
        throw new IOException("redirects more than " + REDIRECTS + " times");
    }

    private Fetched ask(URI at, URI kept, @Nullable String etag, @Nullable String lastModified, Instant now)
            throws IOException {
        var request = new HttpGet(at);
        request.setHeader(HttpHeaders.ACCEPT, KINDS);
        if (etag != null) {
            request.setHeader(HttpHeaders.IF_NONE_MATCH, etag);
        }
        if (lastModified != null) {
            request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, lastModified);
        }
        var limit = deadline.schedule(request::cancel, ALL_OF_IT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(request, response -> read(response, at, kept, now));
        } catch (IOException e) {
            throw request.isCancelled()
                    ? new IOException("took longer than " + ALL_OF_IT.toSeconds() + " s", e)
                    : named(e);
        } finally {
            limit.cancel(false);
        }
    }

    /** The client's messages name hosts and addresses, which whoever may see a source's health need not learn. */
    private static IOException named(IOException e) {
        if (e instanceof FeedFault) {
            return e;
        }
        if (e instanceof java.net.UnknownHostException) {
            var message = String.valueOf(e.getMessage());
            return new IOException(message.contains("private address") ? message : "its name is not known", e);
        }
        return new IOException("cannot be reached: " + e.getClass().getSimpleName(), e);
    }

    private Fetched read(ClassicHttpResponse response, URI at, URI kept, Instant now) throws IOException {
        int status = response.getCode();
        if (status == 200) {
            return new Fetched.Body(
                    bounded(response),
                    header(response, HttpHeaders.CONTENT_TYPE),
                    kept,
                    header(response, HttpHeaders.ETAG),
                    header(response, HttpHeaders.LAST_MODIFIED));
        }
        if (status == 304) {
            return new Fetched.NotModified();
        }
        if (status == 410) {
            return new Fetched.Gone();
        }
        if (LATER.contains(status)) {
            return new Fetched.Later(retryAfter(header(response, HttpHeaders.RETRY_AFTER), now), status);
        }
        var location = header(response, HttpHeaders.LOCATION);
        if (REDIRECT.contains(status) && location != null) {
            return new Fetched.Moved(target(at, location), PERMANENT.contains(status));
        }
        throw new FeedFault("answers with status " + status);
    }

    private static URI target(URI at, String location) throws FeedFault {
        try {
            var to = at.resolve(location);
            if (to.getHost() != null && ("http".equals(to.getScheme()) || "https".equals(to.getScheme()))) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new FeedFault("redirects to what is no web address");
    }

    private byte[] bounded(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream in = entity.getContent()) {
            var bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > maxBytes) {
                throw new FeedFault("is larger than " + maxBytes + " bytes");
            }
            return bytes;
        }
    }

    private static @Nullable Duration retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        try {
            if (value.strip().chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Math.min(Long.parseLong(value.strip()), 1_000_000));
            }
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeParseException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null || header.getValue() == null || header.getValue().length() > 4_096
                ? null
                : header.getValue();
    }

    @Override
    public void close() {
        deadline.shutdownNow();
        http.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}
