package vigie.alert.dashboard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import vigie.alert.live.AlertItem;
import vigie.query.Finding;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;

/** A query somebody typed, refused with the place where it is wrong. */
final class TrackingQuery {

    private TrackingQuery() {}

    /** The query as typed, if it can be tracked. */
    static String check(String field, @Nullable String query) {
        var text = query == null ? "" : query.strip();
        parsed(field, text, Scope.TRACKING);
        return text;
    }

    /** The query to search by; absent when none is asked for. */
    static @Nullable Query search(String field, @Nullable String query) {
        return query == null || query.isBlank() ? null : parsed(field, query, Scope.SEARCH);
    }

    private static Query parsed(String field, String text, Scope scope) {
        var parsed = QueryParser.parse(text, scope);
        var query = parsed.query();
        if (query == null) {
            throw new Refused(field, parsed.errors().get(0), LocaleContextHolder.getLocale());
        }
        return query;
    }

    /** A query that cannot be used; answered with its place and a mend. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final transient Finding finding;

        Refused(String field, Finding finding, Locale locale) {
            super(finding.message(AlertItem.language(null, locale)));
            this.field = field;
            this.finding = finding;
        }

        String field() {
            return field;
        }

        Finding finding() {
            return finding;
        }
    }
}
