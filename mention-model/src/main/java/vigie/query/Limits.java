package vigie.query;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Bounds of a query, so that one cannot take a matcher or an index down, and the sense checks of a whole query. */
final class Limits {
    static final int MAX_LENGTH = 4_096;
    static final int MAX_LEAVES = 500;
    static final int MAX_WILDCARDS = 50;
    static final int MAX_DISTANCE = 30;

    /** Nested AND, OR and NOT; Elasticsearch refuses more than 30 levels. */
    private static final int MAX_DEPTH = 20;

    private Limits() {}

    static void check(Query query, int length, Findings findings) {
        int leaves = leaves(query);
        int wildcards = wildcards(query);
        if (leaves > MAX_LEAVES) {
            findings.error(
                    0,
                    length,
                    "The query has " + leaves + " words and values; at most " + MAX_LEAVES
                            + " are allowed. Split it into several queries.",
                    "La requête a " + leaves + " mots et valeurs ; " + MAX_LEAVES
                            + " au plus sont permis. Séparez-la en plusieurs requêtes.",
                    null);
        }
        if (wildcards > MAX_WILDCARDS) {
            findings.error(
                    0,
                    length,
                    "The query has " + wildcards + " wildcards; at most " + MAX_WILDCARDS + " are allowed.",
                    "La requête a " + wildcards + " caractères génériques ; " + MAX_WILDCARDS + " au plus sont permis.",
                    null);
        }
        if (depth(query) > MAX_DEPTH) {
            tooDeep(0, length, findings);
        }
        if (query.print().length() > MAX_LENGTH) {
            tooLong(0, length, findings);
        }
        if (!asksForSomething(query)) {
            findings.error(
                    0,
                    length,
                    "The query says only what to leave out; every alternative needs something to look for.",
                    "La requête ne dit que ce qu'il faut exclure ; chaque alternative doit chercher quelque chose.",
                    exclusionsApart(query));
        }
    }

    static void tooLong(int start, int end, Findings findings) {
        findings.error(
                start,
                end,
                "The query is longer than " + MAX_LENGTH + " characters. Split it into several queries.",
                "La requête dépasse " + MAX_LENGTH + " caractères. Séparez-la en plusieurs requêtes.",
                null);
    }

    static void tooDeep(int start, int end, Findings findings) {
        findings.error(start, end, "Too many parentheses inside each other.", "Trop de parenthèses imbriquées.", null);
    }

    static void tooFar(Lexeme lexeme, String mended, Findings findings) {
        findings.error(
                lexeme.start(),
                lexeme.end(),
                "At most " + MAX_DISTANCE + " words may stand between.",
                "Au plus " + MAX_DISTANCE + " mots peuvent s'intercaler.",
                mended);
    }

    static int leaves(Query query) {
        if (query instanceof Query.And and) {
            return and.clauses().stream().mapToInt(Limits::leaves).sum();
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().mapToInt(Limits::leaves).sum();
        }
        if (query instanceof Query.Not not) {
            return leaves(not.clause());
        }
        if (query instanceof Query.Near near) {
            return leaves(near.left()) + leaves(near.right());
        }
        return query instanceof Query.Words words ? words.words().size() : 1;
    }

    static int wildcards(Query query) {
        if (query instanceof Query.And and) {
            return and.clauses().stream().mapToInt(Limits::wildcards).sum();
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().mapToInt(Limits::wildcards).sum();
        }
        if (query instanceof Query.Not not) {
            return wildcards(not.clause());
        }
        if (query instanceof Query.Near near) {
            return wildcards(near.left()) + wildcards(near.right());
        }
        if (query instanceof Query.Words words) {
            return (int) words.words().stream().filter(Word::pattern).count();
        }
        return query instanceof Query.Keyword keyword && keyword.pattern() ? 1 : 0;
    }

    private static int depth(Query query) {
        if (query instanceof Query.And and) {
            return 1 + and.clauses().stream().mapToInt(Limits::depth).max().orElse(0);
        }
        if (query instanceof Query.Or or) {
            return 1 + or.clauses().stream().mapToInt(Limits::depth).max().orElse(0);
        }
        return query instanceof Query.Not not ? 1 + depth(not.clause()) : 1;
    }

    /** {@code a OR NOT b} most likely looks for a and leaves b out. */
    private static @Nullable String exclusionsApart(Query query) {
        if (!(query instanceof Query.Or or)) {
            return null;
        }
        var asked = or.clauses().stream().filter(Limits::asksForSomething).toList();
        var rest = or.clauses().stream().filter(c -> !asksForSomething(c)).toList();
        if (asked.isEmpty() || !rest.stream().allMatch(c -> c instanceof Query.Not)) {
            return null;
        }
        var all = new ArrayList<Query>();
        all.add(Query.any(asked));
        all.addAll(rest);
        return Query.all(all).print();
    }

    /** Whether a post must have something to match: a query of exclusions alone would match nearly everything. */
    private static boolean asksForSomething(Query query) {
        if (query instanceof Query.And and) {
            return and.clauses().stream().anyMatch(Limits::asksForSomething);
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().allMatch(Limits::asksForSomething);
        }
        return !(query instanceof Query.Not);
    }
}
