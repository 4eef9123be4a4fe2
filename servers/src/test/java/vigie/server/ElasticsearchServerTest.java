package vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElasticsearchServerTest {

    private Path folder;

    /** Closed to everybody else, as root's home is. */
    @BeforeEach
    void aClosedFolder() throws Exception {
        folder = Files.createTempDirectory("vigie-closed-");
    }

    @AfterEach
    void nothingStays() throws Exception {
        DataFolder.delete(folder.resolve("elasticsearch"));
        DataFolder.delete(folder);
    }

    @Test
    void documentsOutliveTheServerAndALauncherThatWasKilled() throws Exception {
        try (var first = ElasticsearchServer.start(settings())) {
            put(first, "/words/_doc/1?refresh=true", "{\"text\": \"still here\"}");
            // as the next start does when nobody stopped the first
            assertThat(Reaper.reap(folder.resolve("run"), Duration.ofSeconds(30)))
                    .containsExactly("elasticsearch");
            assertThat(first.process().alive()).isFalse();
        }
        try (var second = ElasticsearchServer.start(settings())) {
            assertThat(get(second, "/words/_doc/1")).contains("still here");
        }
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("elasticsearch/data"));
        Files.writeString(folder.resolve("elasticsearch/data/holiday.jpg"), "not ours");

        assertThatThrownBy(() -> ElasticsearchServer.start(settings()))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("is not the data folder of an Elasticsearch");
    }

    private ServerSettings settings() {
        return ServerSettings.in(folder, "elasticsearch", 0, 320, Life.SHORT);
    }

    private static void put(ElasticsearchServer server, String path, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    private static String get(ElasticsearchServer server, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.uri() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
