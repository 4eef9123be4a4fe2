package vigie.alert.link;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import vigie.door.Seal;

/**
 * Makes and reads the signed part of links in messages. Every instance with the same {@code VIGIE_API_KEY} understands them; changing
 * that key voids all of them.
 */
public final class SignedLinks {

    private static final int LONGEST = 1_000;
    private static final int PARTS = 5;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Seal seal;
    private final Clock clock;

    public SignedLinks(String apiKey, Clock clock) {
        seal = new Seal(apiKey, "vigie link 1");
        this.clock = clock;
    }

    /** Only of characters that need no escaping in a path. */
    public String sign(Claim claim) {
        var text = String.join(
                "\n",
                claim.kind(),
                claim.subject(),
                claim.who(),
                claim.nonce(),
                Long.toString(claim.until().getEpochSecond()));
        return seal.seal(ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What this stands for; empty when it is not ours, was altered, is for something else, or has expired. */
    public Optional<Claim> read(String kind, String token) {
        return token.length() > LONGEST
                ? Optional.empty()
                : seal.open(token)
                        .flatMap(this::claim)
                        .filter(claim -> claim.kind().equals(kind));
    }

    private Optional<Claim> claim(String claims) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length != PARTS) {
                return Optional.empty();
            }
            var until = Instant.ofEpochSecond(Long.parseLong(parts[4]));
            return until.isAfter(clock.instant())
                    ? Optional.of(new Claim(parts[0], parts[1], parts[2], parts[3], until))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
