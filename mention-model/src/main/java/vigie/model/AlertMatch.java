package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are meant, by a branch of the routing tree or by a silence; what is absent or empty matches every alert.
 *
 * @param rules names of rules; {@code metrics} likewise
 * @param platforms an alert is about a platform when its rule is, or when that platform carries a fifth of the excess
 * @param languages an alert is about a language when its rule is
 * @param minSeverity 0 to 4
 * @param maxSeverity 0 to 4
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AlertMatch(
        List<String> brands,
        List<String> rules,
        List<String> metrics,
        List<String> platforms,
        List<String> languages,
        @Nullable Integer minSeverity,
        @Nullable Integer maxSeverity) {

    public static final AlertMatch ALL =
            new AlertMatch(List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    public AlertMatch {
        brands = copy(brands);
        rules = copy(rules);
        metrics = copy(metrics);
        platforms = copy(platforms);
        languages = copy(languages);
    }

    private static List<String> copy(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
