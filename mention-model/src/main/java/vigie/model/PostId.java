package vigie.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How posts and mentions are identified: the same words from the same place are the same thing, however often they arrive. */
public final class PostId {

    private PostId() {}

    /** {@code platform:nativeId}; a platform holds no colon, so the pair can be read back. */
    public static String of(String platform, String nativeId) {
        return platform + ":" + nativeId;
    }

    /** A stable id of (post, brand): 32 hexadecimal digits of SHA-256. */
    public static String mention(String postId, String brand) {
        return hash(postId + "\n" + brand).substring(0, 32);
    }

    /** SHA-256 in hexadecimal, of the UTF-8 text. */
    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
