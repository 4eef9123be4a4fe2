package vigie.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vigie.door.Role;
import vigie.json.Json;

/** Talks to the service as a program outside would. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final @Nullable String key;

    private Api(URI base, @Nullable String key) {
        this.base = base;
        this.key = key;
    }

    public static Api at(int port) {
        return new Api(URI.create("http://localhost:" + port), TestSettings.key(Role.ADMIN));
    }

    public Api as(Role role) {
        return new Api(base, TestSettings.key(role));
    }

    public Api anonymous() {
        return new Api(base, null);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, json, "Content-Type", "application/json");
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, "Content-Type", "application/json");
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, null);
    }

    public HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        try {
            return HTTP.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest request(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (key != null) {
            request.header("X-Api-Key", key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }
}
