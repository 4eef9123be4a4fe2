package vigie.local.queries;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import vigie.local.queries.Source.Place;
import vigie.model.MatchedSpan;
import vigie.query.Finding;

/** The report for people, in lines of {@code file:line:column: …} that editors and build servers turn into links. */
final class TextReport {

    /** So many places of one text are told. */
    private static final int PLACES = 5;

    private static final int EXCERPT = 120;

    private final PrintWriter out;
    private final boolean french;

    TextReport(PrintWriter out, String language) {
        this.out = out;
        french = language.equals("fr");
    }

    void print(Report report) {
        for (var fault : report.faults()) {
            line(fault.source(), fault.place(), severity(fault.error()) + fault.message(french ? "fr" : "en"));
        }
        for (var query : report.queries()) {
            query.parsed().errors().forEach(finding -> finding(query.listed(), finding, true));
            query.parsed().warnings().forEach(finding -> finding(query.listed(), finding, false));
            verdict(query, report.texts());
        }
        out.println(
                french
                        ? "%d requêtes, %d erreurs, %d avertissements"
                                .formatted(report.queries().size(), report.errors(), report.warnings())
                        : "%d queries, %d errors, %d warnings"
                                .formatted(report.queries().size(), report.errors(), report.warnings()));
    }

    private void finding(Listed listed, Finding finding, boolean error) {
        var message = severity(error) + finding.message(french ? "fr" : "en");
        line(listed.source(), listed.place(finding.position()), message);
        excerpt(listed.query(), finding);
        if (finding.suggestion() != null) {
            var nothing = finding.suggestion().isEmpty();
            out.println("    "
                    + (nothing
                            ? french ? "proposition : supprimer" : "suggestion: leave it out"
                            : (french ? "proposition : " : "suggestion: ") + visible(finding.suggestion())));
        }
    }

    /** The query's line that is meant, with the piece meant underlined. */
    private void excerpt(String query, Finding finding) {
        int at = Math.min(finding.position(), query.length());
        int from = Math.max(query.lastIndexOf('\n', at - 1) + 1, at - EXCERPT / 2);
        int end = query.indexOf('\n', at);
        int to = Math.min(end < 0 ? query.length() : end, from + EXCERPT);
        int length = Math.max(1, Math.min(finding.length(), to - at));
        out.println("    " + visible(query.substring(from, to)));
        out.println("    " + " ".repeat(query.codePointCount(from, at)) + "^".repeat(length));
    }

    private void verdict(Checked query, int texts) {
        var parsed = query.parsed();
        if (!parsed.valid()) {
            return;
        }
        var cost =
                switch (parsed.cost()) {
                    case LOW -> french ? "faible" : "low";
                    case MEDIUM -> french ? "moyen" : "medium";
                    case HIGH -> french ? "élevé" : "high";
                };
        var told = visible(query.listed().called()) + (french ? ": coût " : ": cost ") + cost;
        if (texts >= 0) {
            told += french
                    ? ", trouve %d textes sur %d".formatted(query.matches(), texts)
                    : ", matches %d of %d texts".formatted(query.matches(), texts);
        }
        line(query.listed().source(), query.listed().place(0), told);
        for (var hit : query.hits()) {
            out.println("    " + hit.text().file() + ":" + hit.text().line() + ": " + places(hit));
        }
    }

    private String places(Checked.Hit hit) {
        return hit.spans().stream()
                .limit(PLACES)
                .map(span -> visible(span.clause()) + found(hit, span))
                .collect(Collectors.joining(", "));
    }

    private String found(Checked.Hit hit, MatchedSpan span) {
        var post = hit.text().post();
        var field = span.field().equals("title") ? post.title() : span.field().equals("text") ? post.text() : null;
        if (field == null || span.end() > field.length() || span.end() <= span.start()) {
            return "";
        }
        return " [%s %d-%d: %s]"
                .formatted(span.field(), span.start(), span.end(), visible(field.substring(span.start(), span.end())));
    }

    private void line(Source source, Place place, String told) {
        out.println(source.name() + ":" + place.line() + ":" + place.column() + ": " + told);
    }

    private String severity(boolean error) {
        return error ? french ? "erreur : " : "error: " : french ? "avertissement : " : "warning: ";
    }

    /** Texts of other people must not move the terminal's cursor. */
    private static String visible(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT && c > 0x2027 && c < 0x206A
                        ? ' '
                        : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
