package vigie.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs text for one purpose. Every instance with the same {@code VIGIE_API_KEY} opens it; what is sealed for one purpose is worth nothing
 * for another.
 */
public final class Seal {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    /** @param purpose makes a key of its own of the API key */
    public Seal(String apiKey, String purpose) {
        key = hmacKey(mac(hmacKey(apiKey.getBytes(StandardCharsets.UTF_8)), purpose));
    }

    /** The text, a dot, and its HMAC-SHA-256 in base64url. */
    public String seal(String text) {
        return text + "." + mark(text);
    }

    /** The text; empty when it was not sealed with our key or was altered. */
    public Optional<String> open(String sealed) {
        var cut = sealed.lastIndexOf('.');
        if (cut < 0) {
            return Optional.empty();
        }
        var text = sealed.substring(0, cut);
        var given = sealed.substring(cut + 1).getBytes(StandardCharsets.UTF_8);
        var right = mark(text).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right) ? Optional.of(text) : Optional.empty();
    }

    /** By what those who hold the key know the text again, and nobody else: its HMAC-SHA-256 in base64url. */
    public String mark(String text) {
        return ENCODER.encodeToString(mac(key, text));
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
