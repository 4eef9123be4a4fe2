package vigie.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parser makes of a query.
 *
 * @param query absent when there are errors
 * @param errors why it cannot be used, in order of position, bounded
 * @param warnings what it may not mean, in order of position, bounded
 * @param normalized canonical spelling; absent when there are errors
 */
public record ParsedQuery(
        @Nullable Query query,
        List<Finding> errors,
        List<Finding> warnings,
        @Nullable String normalized,
        Cost cost) {
    public ParsedQuery {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Whether it can be used. */
    public boolean valid() {
        return query != null;
    }
}
