package vigie.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.TransportUtils;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/**
 * The wire to Elasticsearch, and the one place where its failures are sorted: come back later, or a mistake of ours.
 *
 * <p>The older {@code RestClient} is used on purpose: it is the transport that speaks to servers of the 8 and the 9 line alike.
 */
final class Elastic implements AutoCloseable {

    private static final int CONNECT_MS = 5_000;
    private static final int ANSWER_MS = 60_000;
    private static final int PATIENCE = 20;
    private static final int PAUSE_MS = 100;

    private final RestClient low;
    private final ElasticsearchClient client;

    Elastic(StoreSettings settings) {
        low = lowLevel(settings);
        client = new ElasticsearchClient(new RestClientTransport(low, new Jackson3JsonpMapper(WellFormed.mapper())));
    }

    /**
     * Asks, and sorts what may go wrong. A month's index that is just being made has no shard to ask for a moment; that is waited for,
     * so that the first mention of a month shows nobody an error.
     */
    <T> T ask(Call<T> call) {
        for (int attempt = 0; ; attempt++) {
            try {
                return once(call);
            } catch (StoreUnavailable e) {
                if (attempt == PATIENCE || !isBeingMade(e)) {
                    throw e;
                }
            }
            pause();
        }
    }

    /** Asks for figures over what a query finds, and for nothing of what it finds. */
    Map<String, Aggregate> count(String index, Query query, Map<String, Aggregation> questions) {
        return ask(c -> c.search(
                        s -> s.index(index)
                                .allowPartialSearchResults(false)
                                .query(query)
                                .size(0)
                                .trackTotalHits(t -> t.enabled(false))
                                .aggregations(questions),
                        Void.class))
                .aggregations();
    }

    private static boolean isBeingMade(StoreUnavailable e) {
        return e.getCause() instanceof ResponseException refused
                && refused.getResponse().getStatusLine().getStatusCode() == 503;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while Elasticsearch was busy", e);
        }
    }

    private <T> T once(Call<T> call) {
        try {
            return call.on(client);
        } catch (ElasticsearchException e) {
            if (passing(e.status())) {
                throw new StoreUnavailable("Elasticsearch answered " + e.status() + " " + type(e));
            }
            // the server's own message may quote what people wrote, and so stays out of ours
            throw new RefusedByServer(e.status(), type(e));
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "Elasticsearch cannot be reached: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Statuses that say nothing about the request: overload, no right to ask (a wrong password is mended, not skipped), outages. */
    static boolean passing(int status) {
        return status == 401 || status == 403 || status == 408 || status == 429 || status >= 500;
    }

    private static String type(ElasticsearchException e) {
        var type = e.error().type();
        return type == null ? "" : type;
    }

    private static RestClient lowLevel(StoreSettings settings) {
        var hosts =
                settings.uris().stream().map(u -> HttpHost.create(u.toString())).toArray(HttpHost[]::new);
        var builder = RestClient.builder(hosts)
                .setRequestConfigCallback(c -> c.setConnectTimeout(CONNECT_MS).setSocketTimeout(ANSWER_MS));
        var user = settings.user();
        var ca = settings.caCertificate();
        builder.setHttpClientConfigCallback(http -> {
            if (user != null) {
                var credentials = new BasicCredentialsProvider();
                credentials.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials(user, settings.password()));
                http.setDefaultCredentialsProvider(credentials);
            }
            if (ca != null) {
                try {
                    http.setSSLContext(TransportUtils.sslContextFromHttpCaCrt(ca.toFile()));
                } catch (IOException e) {
                    throw new UncheckedIOException("the authority's certificate cannot be read: " + ca, e);
                }
            }
            return http;
        });
        return builder.build();
    }

    @Override
    public void close() {
        try {
            low.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request. */
    interface Call<T> {
        T on(ElasticsearchClient client) throws IOException;
    }

    /** A request the server will never take as it is. */
    static final class RefusedByServer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String type;

        RefusedByServer(int status, String type) {
            super("Elasticsearch refused the request: " + status + " " + type);
            this.status = status;
            this.type = type;
        }

        int status() {
            return status;
        }

        String type() {
            return type;
        }
    }
}
