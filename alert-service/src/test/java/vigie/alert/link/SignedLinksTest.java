package vigie.alert.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignedLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Claim CLAIM = new Claim(Claim.ACKNOWLEDGE, "alert-1", "ops", "n", NOW.plusSeconds(60));

    private final SignedLinks links = at(NOW, "a key of the house");

    @Test
    void whatWeSignedWeUnderstandAndItNeedsNoEscapingInAnAddress() {
        var token = links.sign(CLAIM);
        assertThat(token).matches("[A-Za-z0-9_.-]+");
        assertThat(links.read(Claim.ACKNOWLEDGE, token)).contains(CLAIM);
        assertThat(at(NOW, "a key of the house").read(Claim.ACKNOWLEDGE, token))
                .as("another instance")
                .contains(CLAIM);
    }

    @Test
    void whatIsAlteredExpiredForgedOrForSomethingElseIsVoid() {
        var token = links.sign(CLAIM);
        assertThat(links.read(Claim.CONSENT, token)).isEmpty();
        assertThat(at(NOW.plusSeconds(60), "a key of the house").read(Claim.ACKNOWLEDGE, token))
                .isEmpty();
        assertThat(at(NOW, "another key").read(Claim.ACKNOWLEDGE, token)).isEmpty();
        for (int i = 0; i < token.length(); i++) {
            var altered = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(links.read(Claim.ACKNOWLEDGE, altered)).as("at " + i).isEmpty();
        }
        for (var none : new String[] {"", ".", "a.b", "x".repeat(2_000)}) {
            assertThat(links.read(Claim.ACKNOWLEDGE, none)).isEmpty();
        }
    }

    private static SignedLinks at(Instant now, String key) {
        return new SignedLinks(key, Clock.fixed(now, ZoneOffset.UTC));
    }
}
