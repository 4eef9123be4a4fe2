package vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void everyTestOfAJvmGetsTheSameRealElasticsearch() throws Exception {
        var server = TestServers.elasticsearch();

        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.uri() + "/_cluster/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("\"cluster_name\":\"vigie\"");
        assertThat(TestServers.elasticsearch()).isSameAs(server);
    }
}
