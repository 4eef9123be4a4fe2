package vigie.alert.plain;

import java.util.Map;

/**
 * What a plain rule makes of the counts up to a bucket.
 *
 * @param met whether there is something to tell
 * @param observed what was counted; {@code expected} ± {@code sd} what the rule compares it with, zero where it compares with nothing
 * @param returnPeriodDays how rarely chance alone does this, in days; zero where the rule does not ask
 * @param silentBelow the count that would have kept it silent; for silence, the first that would have
 * @param severity 0 to 4, unless the rule says
 * @param summaries one sentence a language
 */
public record Finding(
        boolean met,
        long observed,
        double expected,
        double sd,
        double returnPeriodDays,
        long silentBelow,
        int severity,
        Map<String, String> summaries) {

    public Finding {
        summaries = Map.copyOf(summaries);
    }

    static final Finding NOTHING = new Finding(false, 0, 0, 0, 0, 0, 0, Map.of());
}
