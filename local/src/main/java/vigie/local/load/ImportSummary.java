package vigie.local.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many were taken, how many refused, and why, with the first place each reason was met. */
public final class ImportSummary {

    private static final int REASONS = 50;

    private long accepted;
    private long refused;
    private long seen;
    private final Map<String, Reason> reasons = new LinkedHashMap<>();

    /** @param first number of the first such post in the file, from 1 */
    public record Reason(long count, long first) {}

    void add(PushResult result) {
        for (var refusal : result.rejected()) {
            var field = refusal.field() == null || refusal.field().isEmpty() ? "" : refusal.field() + ": ";
            count(field + refusal.error(), seen + refusal.index() + 1);
        }
        accepted += result.accepted();
        refused += result.rejected().size();
        seen += result.accepted() + (long) result.rejected().size();
    }

    private void count(String reason, long number) {
        var key = reasons.containsKey(reason) || reasons.size() < REASONS ? reason : "other reasons";
        reasons.merge(key, new Reason(1, number), (a, b) -> new Reason(a.count() + 1, a.first()));
    }

    public long accepted() {
        return accepted;
    }

    public long refused() {
        return refused;
    }

    public Map<String, Reason> reasons() {
        return Map.copyOf(reasons);
    }
}
