package vigie.alert.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vigie.json.Json;
import vigie.model.AuditEntry;
import vigie.model.PostId;

/** The ends of all brands' chains; every new entry is hung on the end of its brand's. */
final class Chains {

    /** What the first entry of a chain refers to. */
    static final String BEGINNING = "0".repeat(64);

    private final Map<String, AuditEntry> last = new HashMap<>();

    void recall(AuditEntry entry) {
        last.put(entry.brand(), entry);
    }

    AuditEntry append(Decision d) {
        var before = last.get(d.brand());
        var previous = before == null ? BEGINNING : before.hash();
        var sequence = before == null ? 1 : before.sequence() + 1;
        var entry = new AuditEntry(
                d.brand(),
                sequence,
                d.at(),
                d.actor(),
                d.action(),
                d.subject(),
                d.details(),
                previous,
                hash(previous, d, sequence));
        last.put(d.brand(), entry);
        return entry;
    }

    /** Whether an entry is what it was when it was written, and follows {@code previous}. */
    static boolean genuine(AuditEntry e, String previous) {
        var said = new Decision(e.brand(), e.at(), e.actor(), e.action(), e.subject(), e.details());
        return e.previousHash().equals(previous) && e.hash().equals(hash(previous, said, e.sequence()));
    }

    /** SHA-256 over the previous hash and the content as JSON with sorted names, so that there is one way to write it. */
    private static String hash(String previous, Decision d, long sequence) {
        var content = new TreeMap<String, Object>();
        content.put("brand", d.brand());
        content.put("sequence", sequence);
        content.put("at", d.at().toString());
        content.put("actor", d.actor());
        content.put("action", d.action());
        content.put("subject", d.subject());
        content.put("details", new TreeMap<>(d.details()));
        return PostId.hash(previous + "\n" + Json.mapper().writeValueAsString(content));
    }
}
