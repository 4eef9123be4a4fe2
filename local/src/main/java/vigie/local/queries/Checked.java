package vigie.local.queries;

import java.util.ArrayList;
import java.util.List;
import vigie.model.MatchedSpan;
import vigie.query.Evaluator;
import vigie.query.ParsedQuery;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;

/** A query of a file with what the parser says of it, and the texts it matched. */
final class Checked {

    private final Listed listed;
    private final ParsedQuery parsed;
    private final List<Hit> hits = new ArrayList<>();
    private int matches;

    Checked(Listed listed) {
        this.listed = listed;
        parsed = QueryParser.parse(listed.query(), Scope.TRACKING);
    }

    /** A text the query matched, and where. */
    record Hit(SampleText text, List<MatchedSpan> spans) {}

    /** Counts the text if it matches, and keeps it if fewer than {@code kept} were kept before. */
    void attempt(SampleText text, int kept) {
        Query query = parsed.query();
        if (query == null) {
            return;
        }
        var match = Evaluator.evaluate(query, text.view());
        if (match.matched()) {
            matches++;
            if (hits.size() < kept) {
                hits.add(new Hit(text, match.spans()));
            }
        }
    }

    Listed listed() {
        return listed;
    }

    ParsedQuery parsed() {
        return parsed;
    }

    int matches() {
        return matches;
    }

    List<Hit> hits() {
        return hits;
    }
}
