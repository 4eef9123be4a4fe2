package vigie.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import vigie.json.Json;
import vigie.model.Brand;

/** Registers the demo's brands as a user would: through the public API. */
final class BrandsClient {

    private final URI api;
    private final String apiKey;
    private final HttpClient http = HttpClient.newHttpClient();

    BrandsClient(URI api, String apiKey) {
        this.api = api;
        this.apiKey = apiKey;
    }

    /** Returns once every live matcher has applied the brand, so that what is sent next is matched. */
    void put(Brand brand) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve("/api/brands/" + brand.id()))
                .timeout(Duration.ofSeconds(30))
                .header("X-Api-Key", apiKey)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(brand)))
                .build();
        for (int attempt = 0; attempt < 20; attempt++) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 || answer.statusCode() == 201) {
                return;
            }
            if (answer.statusCode() != 202 && answer.statusCode() != 503) {
                throw new IOException(
                        "the brand " + brand.id() + " was refused (" + answer.statusCode() + "): " + answer.body());
            }
        }
        throw new IOException("no matcher applied the brand " + brand.id() + " within two minutes");
    }
}
