package vigie.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final SessionCookie.Visitor ANNA = new SessionCookie.Visitor("anna.é", Role.ANALYST);

    private final SessionCookie cookie = at(NOW, "a-key-of-sixteen-chars");

    @Test
    void anotherInstanceWithTheSameKeyAcceptsIt() {
        assertThat(at(NOW, "a-key-of-sixteen-chars").read(cookie.issue(ANNA))).contains(ANNA);
    }

    @Test
    void anInstanceWithAnotherKeyRefusesIt() {
        assertThat(at(NOW, "another-key-of-sixteen").read(cookie.issue(ANNA))).isEmpty();
    }

    @Test
    void itEndsAfterTwelveHours() {
        var value = cookie.issue(ANNA);
        assertThat(at(NOW.plus(SessionCookie.LIFE).minusSeconds(1), "a-key-of-sixteen-chars")
                        .read(value))
                .contains(ANNA);
        assertThat(at(NOW.plus(SessionCookie.LIFE), "a-key-of-sixteen-chars").read(value))
                .isEmpty();
    }

    @Test
    void aRaisedRoleOrALaterEndBreaksTheSignature() {
        var value = cookie.issue(ANNA);
        assertThat(cookie.read(value.replace(".analyst.", ".admin."))).isEmpty();
        var parts = value.split("\\.");
        parts[3] = Long.toString(Long.parseLong(parts[3]) + 1);
        assertThat(cookie.read(String.join(".", parts))).isEmpty();
    }

    @Test
    void rubbishIsNobody() {
        for (var value : new String[] {"", ".", "....", "1.a.admin.99999999999", "x".repeat(10_000), "1.%.admin.9.x"}) {
            assertThat(cookie.read(value)).as(value).isEmpty();
        }
    }

    private static SessionCookie at(Instant now, String key) {
        return new SessionCookie(new DoorSettings(key, null, Map.of()), Clock.fixed(now, ZoneOffset.UTC));
    }
}
