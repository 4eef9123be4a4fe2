package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.TestSettings;

@AlertServiceTest
class SessionTest {

    private static final String RIGHT = "{\"user\":\"admin\",\"password\":\"" + TestSettings.PASSWORD + "\"}";

    private final Api api;

    SessionTest(@LocalServerPort int port) {
        api = Api.at(port).anonymous();
    }

    @Test
    void whoSignsInMayUseTheApiWithTheCookieAlone() {
        var cookie = signIn();
        assertThat(api.get("/api/brands", "Cookie", cookie).statusCode()).isEqualTo(200);
        var me = Api.json(api.get("/api/session", "Cookie", cookie));
        assertThat(me.get("user").asString()).isEqualTo("admin");
        assertThat(me.get("role").asString()).isEqualTo("admin");
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        assertThat(setCookie(api.post("/api/session", RIGHT)))
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure");
    }

    @Test
    void signingOutTakesTheCookieAway() {
        var answer = api.send("DELETE", "/api/session", null, "Cookie", signIn());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(setCookie(answer)).contains("Max-Age=0");
    }

    @Test
    void nobodyIsToldToSignIn() {
        assertThat(api.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aRequestForgedByAnotherSiteChangesNothing() {
        var cookie = signIn();
        var forged = api.send("POST", "/api/alerts/none/ack", "{}", "Cookie", cookie, "Content-Type", "text/plain");
        assertThat(forged.statusCode()).isEqualTo(403);
        var crossSite = api.send(
                "POST",
                "/api/alerts/none/ack",
                "{}",
                "Cookie",
                cookie,
                "Content-Type",
                "application/json",
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(crossSite.statusCode()).isEqualTo(403);
        var ownPage = api.send("DELETE", "/api/brands/none", null, "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
        assertThat(ownPage.statusCode()).isEqualTo(404);
        var program = api.send("DELETE", "/api/brands/none", null, "Cookie", cookie, "X-Requested-With", "vigie");
        assertThat(program.statusCode()).isEqualTo(404);
    }

    @Test
    void anAlteredCookieIsNobody() {
        var cookie = signIn();
        assertThat(api.get("/api/brands", "Cookie", cookie + "x").statusCode()).isEqualTo(401);
    }

    private String signIn() {
        var answer = api.post("/api/session", RIGHT);
        assertThat(answer.statusCode()).isEqualTo(204);
        return setCookie(answer).split(";", 2)[0];
    }

    private static String setCookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
