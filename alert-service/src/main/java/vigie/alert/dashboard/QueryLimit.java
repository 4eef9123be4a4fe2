package vigie.alert.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vigie.model.Brand;
import vigie.query.Field;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;

/**
 * What a query lets pass beside words, so that people can see whether two brands are listened to in the same way.
 *
 * @param field as people write it, such as {@code lang}
 * @param values any of which is meant
 * @param without whether they are kept out instead
 */
record QueryLimit(String field, List<String> values, boolean without) {

    private static final Set<Field> FIELDS =
            Set.of(Field.LANG, Field.PLATFORM, Field.COUNTRY, Field.SITE, Field.KIND, Field.RATING, Field.FOLLOWERS);

    static List<QueryLimit> of(Brand brand) {
        var found = new LinkedHashSet<QueryLimit>();
        for (var tracked : brand.queries()) {
            var query = QueryParser.parse(tracked.query(), Scope.TRACKING).query();
            if (query != null) {
                collect(query, false, found);
            }
        }
        return List.copyOf(found);
    }

    private static void collect(Query query, boolean without, Set<QueryLimit> found) {
        var one = alternatives(query);
        if (!one.isEmpty()) {
            found.add(new QueryLimit(one.get(0).field().key(), values(one), without));
        } else if (query instanceof Query.Not not) {
            collect(not.clause(), !without, found);
        } else if (query instanceof Query.And and) {
            and.clauses().forEach(clause -> collect(clause, without, found));
        } else if (query instanceof Query.Or or) {
            or.clauses().forEach(clause -> collect(clause, without, found));
        } else if (query instanceof Query.Range range && FIELDS.contains(range.field())) {
            var written = range.print();
            found.add(
                    new QueryLimit(range.field().key(), List.of(written.substring(written.indexOf(':') + 1)), without));
        }
    }

    /** The values of one field of which any will do; empty where the query is anything else. */
    private static List<Query.Keyword> alternatives(Query query) {
        var clauses = query instanceof Query.Or or ? or.clauses() : List.of(query);
        var found = new ArrayList<Query.Keyword>();
        for (var clause : clauses) {
            if (!(clause instanceof Query.Keyword keyword)
                    || !FIELDS.contains(keyword.field())
                    || !found.isEmpty() && found.get(0).field() != keyword.field()) {
                return List.of();
            }
            found.add(keyword);
        }
        return found;
    }

    private static List<String> values(List<Query.Keyword> keywords) {
        return keywords.stream().map(Query.Keyword::text).distinct().sorted().toList();
    }
}
