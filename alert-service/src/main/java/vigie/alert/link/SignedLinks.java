package vigie.alert.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads the signed part of links in messages. Every instance with the same {@code VIGIE_API_KEY} understands them; changing
 * that key voids all of them.
 */
public final class SignedLinks {

    private static final int LONGEST = 1_000;
    private static final int PARTS = 5;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Clock clock;

    public SignedLinks(String apiKey, Clock clock) {
        // a key of its own, so that a link never signs anything else made from the API key
        key = hmacKey(mac(hmacKey(apiKey.getBytes(StandardCharsets.UTF_8)), "vigie link 1"));
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
        var claims = ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return claims + "." + ENCODER.encodeToString(mac(key, claims));
    }

    /** What this stands for; empty when it is not ours, was altered, is for something else, or has expired. */
    public Optional<Claim> read(String kind, String token) {
        var cut = token.indexOf('.');
        if (cut < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        var claims = token.substring(0, cut);
        var given = token.substring(cut + 1).getBytes(StandardCharsets.UTF_8);
        var right = ENCODER.encodeToString(mac(key, claims)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right)
                ? claim(claims).filter(claim -> claim.kind().equals(kind))
                : Optional.empty();
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

    private static SecretKeySpec hmacKey(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }
}
