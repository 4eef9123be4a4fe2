package vigie.benchmarks.latency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import vigie.json.Json;
import vigie.model.Brand;
import vigie.model.Post;

/** The product as any user of its HTTP contract sees it. */
final class Door {

    private final URI ingest;
    private final URI api;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Door(URI ingest, URI api, String key) {
        this.ingest = ingest;
        this.api = api;
        this.key = key;
    }

    void put(Brand brand) throws IOException, InterruptedException {
        var request = to(api.resolve("/api/brands/" + brand.id()), "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(brand)))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the brand was refused (" + answer.statusCode() + "): " + answer.body());
        }
    }

    void delete(String brand) throws IOException, InterruptedException {
        http.send(
                to(api.resolve("/api/brands/" + brand), "application/json")
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** Answers the status once the ingest service has answered. */
    CompletableFuture<Integer> push(List<Post> posts) {
        var body = posts.stream().map(Json.mapper()::writeValueAsString).collect(Collectors.joining("\n"));
        var request = to(ingest.resolve("/api/posts"), "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private HttpRequest.Builder to(URI address, String type) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("X-Api-Key", key)
                .header("Content-Type", type);
    }
}
