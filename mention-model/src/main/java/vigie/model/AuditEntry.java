package vigie.model;

import java.time.Instant;
import java.util.Map;

/**
 * What was decided, by whom; never text of people's posts.
 *
 * @param previousHash hash of the entry before in the same brand's chain
 * @param hash SHA-256 over the previous hash and this entry's content
 */
public record AuditEntry(
        String brand,
        long sequence,
        Instant at,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        String previousHash,
        String hash) {
    public AuditEntry {
        details = Map.copyOf(details);
    }
}
