package vigie.local.queries;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.query.Finding;

/**
 * The report for programs: remarks as {@code POST /api/queries/check} gives them, with their place in the file.
 *
 * @param problems what is wrong with the files around the queries
 * @param texts how many sample texts were tried, if any were given
 */
record JsonReport(
        boolean valid, long errors, long warnings, @Nullable Integer texts, List<Problem> problems, List<One> queries) {

    record Problem(String file, int line, int column, String severity, String message) {}

    record One(
            String file,
            int line,
            int column,
            @Nullable String brand,
            @Nullable String id,
            String query,
            boolean valid,
            List<Remark> errors,
            List<Remark> warnings,
            @Nullable String normalized,
            String cost,
            @Nullable Integer matches,
            @Nullable List<Sample> samples) {}

    record Remark(
            int line,
            int column,
            int position,
            int length,
            String message,
            @Nullable String suggestion) {}

    record Sample(String file, int line, List<Matched> matched) {}

    record Matched(String field, int start, int end, String clause) {}

    static JsonReport of(Report report, String language) {
        boolean tried = report.texts() >= 0;
        return new JsonReport(
                report.errors() == 0,
                report.errors(),
                report.warnings(),
                tried ? report.texts() : null,
                report.faults().stream().map(f -> problem(f, language)).toList(),
                report.queries().stream().map(q -> one(q, tried, language)).toList());
    }

    private static Problem problem(Fault fault, String language) {
        var place = fault.place();
        return new Problem(
                fault.source().name(),
                place.line(),
                place.column(),
                fault.error() ? "error" : "warning",
                fault.message(language));
    }

    private static One one(Checked query, boolean tried, String language) {
        var listed = query.listed();
        var place = listed.place(0);
        return new One(
                listed.source().name(),
                place.line(),
                place.column(),
                listed.brand(),
                listed.id(),
                listed.query(),
                query.parsed().valid(),
                remarks(listed, query.parsed().errors(), language),
                remarks(listed, query.parsed().warnings(), language),
                query.parsed().normalized(),
                query.parsed().cost().key(),
                tried ? query.matches() : null,
                tried ? query.hits().stream().map(JsonReport::sample).toList() : null);
    }

    private static List<Remark> remarks(Listed listed, List<Finding> findings, String language) {
        return findings.stream()
                .map(f -> {
                    var place = listed.place(f.position());
                    return new Remark(
                            place.line(),
                            place.column(),
                            f.position(),
                            f.length(),
                            f.message(language),
                            f.suggestion());
                })
                .toList();
    }

    private static Sample sample(Checked.Hit hit) {
        return new Sample(
                hit.text().file(),
                hit.text().line(),
                hit.spans().stream()
                        .map(s -> new Matched(s.field(), s.start(), s.end(), s.clause()))
                        .toList());
    }
}
