package vigie.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what parser and linter find, bounded, so that hostile input cannot make an answer grow. */
final class Findings {
    static final int MAX = 20;

    private final String source;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    Findings(String source) {
        this.source = source;
    }

    void error(int start, int end, String en, String fr, @Nullable String suggestion) {
        add(errors, start, end, en, fr, suggestion);
    }

    void warn(int start, int end, String en, String fr, @Nullable String suggestion) {
        add(warnings, start, end, en, fr, suggestion);
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** The mend of what can be left out: nothing in its place, if there is something else to look for. */
    @Nullable
    String leftOut(int start, int end) {
        boolean alone = (source.substring(0, start) + source.substring(end)).isBlank();
        return alone ? null : "";
    }

    /** The piece of the source between two offsets. */
    String piece(int start, int end) {
        return source.substring(start, Math.min(end, source.length()));
    }

    List<Finding> errors() {
        return sorted(errors);
    }

    List<Finding> warnings() {
        return sorted(warnings);
    }

    private static void add(List<Finding> to, int start, int end, String en, String fr, @Nullable String suggestion) {
        if (to.size() < MAX) {
            to.add(new Finding(start, Math.max(0, end - start), Map.of("en", en, "fr", fr), suggestion));
        }
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::position))
                .toList();
    }
}
