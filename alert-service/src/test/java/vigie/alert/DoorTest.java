package vigie.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.door.Role.ADMIN;
import static vigie.door.Role.ANALYST;
import static vigie.door.Role.AUDITOR;
import static vigie.door.Role.INGEST;
import static vigie.door.Role.RESPONDER;
import static vigie.door.Role.VIEWER;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.door.Role;

@AlertServiceTest
class DoorTest {

    private static final Set<Role> PEOPLE = Set.of(VIEWER, ANALYST, RESPONDER, AUDITOR, ADMIN);

    private final Api api;
    private final int port;

    DoorTest(@LocalServerPort int port) {
        this.port = port;
        api = Api.at(port);
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("GET", "/api/brands", PEOPLE),
                Arguments.of("GET", "/api/brands/none", PEOPLE),
                Arguments.of("PUT", "/api/brands/UPPER", Set.of(ANALYST, ADMIN)),
                Arguments.of("DELETE", "/api/brands/none", Set.of(ADMIN)),
                Arguments.of("GET", "/api/mentions", PEOPLE),
                Arguments.of("GET", "/api/mentions.csv", Set.of(ANALYST, AUDITOR, ADMIN)),
                Arguments.of("PUT", "/api/mentions/none/sentiment", Set.of(ANALYST, ADMIN)),
                Arguments.of("GET", "/api/stats/summary", PEOPLE),
                Arguments.of("GET", "/api/alerts", PEOPLE),
                Arguments.of("POST", "/api/alerts/none/ack", Set.of(RESPONDER, ADMIN)),
                Arguments.of("GET", "/api/rules", PEOPLE),
                Arguments.of("PUT", "/api/rules/UPPER", Set.of(ANALYST, ADMIN)),
                Arguments.of("GET", "/api/rules.yaml", PEOPLE),
                Arguments.of("PUT", "/api/rules.yaml", Set.of(ANALYST, ADMIN)),
                Arguments.of("POST", "/api/rules/backtest", Set.of(ANALYST, ADMIN)),
                Arguments.of("DELETE", "/api/rules/none", Set.of(ANALYST, ADMIN)),
                Arguments.of("GET", "/api/silences", PEOPLE),
                Arguments.of("PUT", "/api/silences/UPPER", Set.of(RESPONDER, ADMIN)),
                Arguments.of("GET", "/api/receivers", Set.of(RESPONDER, AUDITOR, ADMIN)),
                Arguments.of("PUT", "/api/receivers/UPPER", Set.of(ADMIN)),
                Arguments.of("POST", "/api/queries/check", Set.of(ANALYST, ADMIN)),
                Arguments.of("GET", "/api/quarantine", Set.of(ANALYST, AUDITOR, ADMIN)),
                Arguments.of("POST", "/api/privacy/erase", Set.of(ADMIN)),
                Arguments.of("GET", "/v3/api-docs", PEOPLE),
                Arguments.of("GET", "/actuator/prometheus", PEOPLE),
                Arguments.of("GET", "/nowhere/else", Set.of(ADMIN)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("paths")
    void onlyTheRolesThatMayGetPast(String method, String path, Set<Role> allowed) {
        for (var role : Role.values()) {
            var status = api.as(role).send(method, path, null).statusCode();
            if (allowed.contains(role)) {
                assertThat(status).as("%s", role).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s", role).isEqualTo(403);
            }
        }
        assertThat(api.anonymous().send(method, path, null).statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyThatMayOnlyPushOpensNothingHere() {
        assertThat(api.as(INGEST).get("/api/brands").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource
    void theDoorIsOpenWithoutAKeyTo(String path) {
        assertThat(api.anonymous().get(path).statusCode()).isNotIn(401, 403);
    }

    static Stream<String> theDoorIsOpenWithoutAKeyTo() {
        return Stream.of(
                "/",
                "/index.html",
                "/js/app.js",
                "/css/app.css",
                "/favicon.ico",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/health/liveness",
                "/webjars/lit-html/lit-html.js");
    }

    @Test
    void pathTricksDoNotOpenTheDoor() {
        for (var path : new String[] {"/api/brands/", "/css/..%2fapi/brands", "//api/brands", "/api/brands;x=.html"}) {
            assertThat(api.anonymous().get(path).statusCode()).as(path).isIn(400, 401);
        }
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() throws IOException {
        for (var request : new String[] {
            "GET /api/brands?q=<script>|{ HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /api/brands HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /api/brands HTTP/1.1\r\nHost: a b\r\n\r\n"
        }) {
            try (var socket = new Socket("localhost", port)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer)
                        .as(request.substring(0, 30))
                        .startsWith("HTTP/1.1 400")
                        .contains("application/problem+json", "\"status\":400")
                        .doesNotContain("<html", "<script>", "Tomcat");
            }
        }
    }

    @Test
    void pagesMayLoadNothingFromElsewhereAndMayNotBeFramed() {
        var headers = api.anonymous().get("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aLibraryOfThePageIsKeptByTheBrowserAndAskedForByContent() {
        var first = api.anonymous().get("/webjars/lit-html/lit-html.js");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(api.anonymous()
                        .get("/webjars/lit-html/lit-html.js", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void theApiDescribesItself() {
        var described = Api.json(api.get("/v3/api-docs")).get("paths");
        assertThat(described.propertyNames())
                .contains(
                        "/api/brands/{id}",
                        "/api/queries/check",
                        "/api/mentions.csv",
                        "/api/alerts/{id}/{verb}",
                        "/api/stream");
    }

    @Test
    void whatIsLargeTravelsCompressed() {
        var answer = api.anonymous().get("/webjars/lit-html/lit-html.js", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }
}
