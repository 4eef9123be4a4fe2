package vigie.alert.plain;

import java.util.List;
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
 * @param terms what is newly said, the leading one first; empty for other kinds of rules
 */
public record Finding(
        boolean met,
        long observed,
        double expected,
        double sd,
        double returnPeriodDays,
        long silentBelow,
        int severity,
        Map<String, String> summaries,
        List<Said> terms) {

    public Finding {
        summaries = Map.copyOf(summaries);
        terms = List.copyOf(terms);
    }

    static final Finding NOTHING = new Finding(false, 0, 0, 0, 0, 0, 0, Map.of(), List.of());
}
