package vigie.query;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query, whatever is typed: errors come back as findings with their place and a mend, never as an exception.
 *
 * <p>Recursive descent; parentheses are counted, so depth is bounded whatever the source.
 */
public final class QueryParser {
    private static final int MAX_PARENTHESES = 64;
    private static final int DEFAULT_DISTANCE = 5;

    private final Findings findings;
    private final List<Lexeme> lexemes;
    private final Scope scope;
    private final Leaves leaves;
    private final Map<Query, Lexeme> places = new IdentityHashMap<>();
    private int next;
    private int depth;

    private QueryParser(String source, Scope scope) {
        this.findings = new Findings(source);
        this.lexemes = Lexer.lex(source, findings);
        this.scope = scope;
        this.leaves = new Leaves(findings);
    }

    /** The query in {@code source}, or why there is none. */
    public static ParsedQuery parse(String source, Scope scope) {
        if (source.length() > Limits.MAX_LENGTH) {
            var findings = new Findings(source);
            Limits.tooLong(Limits.MAX_LENGTH, source.length(), findings);
            return new ParsedQuery(null, findings.errors(), List.of(), null, Cost.HIGH);
        }
        return new QueryParser(source, scope).parse(source);
    }

    private ParsedQuery parse(String source) {
        var query = lexemes.size() == 1 ? empty() : whole();
        if (query != null && !findings.hasErrors()) {
            Limits.check(query, source.length(), findings);
        }
        if (query == null || findings.hasErrors()) {
            new Linter(findings, places).lint(lexemes);
            return new ParsedQuery(null, findings.errors(), findings.warnings(), null, Cost.HIGH);
        }
        var cost = CostEstimate.of(query);
        var linter = new Linter(findings, places);
        linter.lint(lexemes);
        linter.lint(query, source.length());
        return new ParsedQuery(query, List.of(), findings.warnings(), query.print(), cost);
    }

    private @Nullable Query empty() {
        findings.error(
                0,
                0,
                "The query is empty: a word to look for is expected.",
                "La requête est vide : un mot à chercher est attendu.",
                null);
        return null;
    }

    private @Nullable Query whole() {
        var all = new ArrayList<Query>();
        while (true) {
            var part = or(null);
            if (part != null) {
                all.add(part);
            }
            if (peek().is(Lexeme.Kind.END)) {
                break;
            }
            var extra = take();
            findings.error(extra.start(), extra.end(), "No ( opens this ).", "Aucune ( n'ouvre cette ).", "");
        }
        return all.isEmpty() ? null : Query.all(all);
    }

    /** A chain of clauses, up to what closes it; {@code field} is the field whose parentheses we are in. */
    private @Nullable Query or(@Nullable Field field) {
        var chain = new Chain();
        chain.from = peek().start();
        while (!peek().is(Lexeme.Kind.CLOSE) && !peek().is(Lexeme.Kind.END)) {
            chain.start();
            int before = next;
            var clause = unary(field);
            if (next == before) {
                throw new AssertionError("no progress at " + peek());
            }
            chain.add(clause, lexemes.get(before).start(), lexemes.get(next - 1).end());
            operator(chain);
        }
        if (chain.groups.isEmpty()) {
            // a ) that nothing opened is complained about by whoever takes it
            if (depth > 0 || !peek().is(Lexeme.Kind.CLOSE)) {
                expected(peek());
            }
            return null;
        }
        mixed(chain);
        return chain.query();
    }

    /** Clauses as written: groups joined by OR, each of clauses joined by AND. */
    private final class Chain {
        private final List<List<@Nullable Query>> groups = new ArrayList<>();
        private final List<List<String>> sources = new ArrayList<>();
        private boolean newGroup = true;
        private int from;
        private int to;

        void start() {
            if (newGroup) {
                groups.add(new ArrayList<>());
                sources.add(new ArrayList<>());
                newGroup = false;
            }
        }

        void add(@Nullable Query clause, int start, int end) {
            groups.get(groups.size() - 1).add(clause);
            sources.get(sources.size() - 1).add(findings.piece(start, end));
            to = end;
        }

        @Nullable
        Query query() {
            var any = new ArrayList<Query>();
            for (var group : groups) {
                var all = group.stream().filter(q -> q != null).toList();
                if (!all.isEmpty()) {
                    any.add(Query.all(all));
                }
            }
            return any.isEmpty() ? null : Query.any(any);
        }
    }

    /** Reads the AND or OR after a clause, if any, and complains when nothing follows it. */
    private void operator(Chain chain) {
        var lexeme = peek();
        if (!lexeme.is(Lexeme.Kind.AND) && !lexeme.is(Lexeme.Kind.OR)) {
            return;
        }
        take();
        chain.newGroup = lexeme.is(Lexeme.Kind.OR);
        while (peek().is(Lexeme.Kind.AND) || peek().is(Lexeme.Kind.OR)) {
            var second = take();
            findings.error(
                    second.start(),
                    second.end(),
                    "One operator is enough between two words.",
                    "Un seul opérateur suffit entre deux mots.",
                    "");
        }
        if (peek().is(Lexeme.Kind.CLOSE) || peek().is(Lexeme.Kind.END)) {
            nothingAfter(lexeme);
        }
    }

    private void nothingAfter(Lexeme operator) {
        findings.error(
                operator.start(),
                operator.end(),
                operator.text() + " needs something after it.",
                "Il manque quelque chose après " + operator.text() + ".",
                "");
    }

    private void mixed(Chain chain) {
        boolean and = chain.groups.stream().anyMatch(g -> g.size() > 1);
        if (chain.groups.size() < 2 || !and) {
            return;
        }
        findings.error(
                chain.from,
                chain.to,
                "AND and OR are mixed here (words side by side mean AND): say with parentheses what belongs together.",
                "ET et OU sont mélangés ici (des mots côte à côte valent ET) : dites par des parenthèses ce qui va ensemble.",
                parenthesized(chain));
    }

    /** {@code a OR b NOT c} most likely excludes c from both; otherwise AND binds tighter, as in other tools. */
    private static String parenthesized(Chain chain) {
        int last = chain.groups.size() - 1;
        var tail = chain.groups.get(last);
        boolean exclusions = tail.size() > 1
                && !(tail.get(0) instanceof Query.Not)
                && tail.stream().skip(1).allMatch(q -> q instanceof Query.Not)
                && chain.groups.stream().limit(last).allMatch(g -> g.size() == 1);
        if (exclusions) {
            var any = chain.sources.stream().map(s -> s.get(0)).collect(Collectors.joining(" OR "));
            var not = chain.sources.get(last).stream().skip(1).collect(Collectors.joining(" AND "));
            return "(" + any + ") AND " + not;
        }
        return chain.sources.stream()
                .map(s -> s.size() == 1 ? s.get(0) : "(" + String.join(" AND ", s) + ")")
                .collect(Collectors.joining(" OR "));
    }

    private @Nullable Query unary(@Nullable Field field) {
        var not = peek();
        if (!not.is(Lexeme.Kind.NOT)) {
            return near(field);
        }
        take();
        if (peek().is(Lexeme.Kind.NOT)) {
            findings.error(
                    not.start(),
                    peek().end(),
                    "NOT stands twice in a row.",
                    "SAUF (NOT) est écrit deux fois de suite.",
                    not.text());
            while (peek().is(Lexeme.Kind.NOT)) {
                take();
            }
        }
        var clause = near(field);
        return clause == null ? null : Query.not(clause);
    }

    private @Nullable Query near(@Nullable Field field) {
        int start = peek().start();
        var left = primary(field);
        while (peek().is(Lexeme.Kind.NEAR) || peek().is(Lexeme.Kind.ONEAR) || peek().is(Lexeme.Kind.SENTENCE)) {
            var operator = take();
            if (peek().is(Lexeme.Kind.CLOSE) || peek().is(Lexeme.Kind.END)) {
                nothingAfter(operator);
                return null;
            }
            if (peek().is(Lexeme.Kind.NOT)) {
                var not = take();
                findings.error(
                        not.start(),
                        not.end(),
                        "NOT cannot stand inside " + operator.text() + ": exclude beside it, as in (a NEAR b) NOT c.",
                        "SAUF (NOT) ne peut pas être dans " + operator.text()
                                + " : excluez à côté, comme (a PRES b) SAUF c.",
                        "");
            }
            int right = peek().start();
            var second = primary(field);
            boolean sound = isSide(left, start, operator.start(), operator)
                    && isSide(second, right, lexemes.get(next - 1).end(), operator);
            if (!sound || left == null || second == null) {
                left = null;
                continue;
            }
            left = new Query.Near(
                    field == Field.TITLE ? Zone.TITLE : Zone.ANYWHERE,
                    left,
                    second,
                    join(operator),
                    distance(operator));
            var near = (Query.Near) left;
            if (!Proximity.isBounded(near, start, lexemes.get(next - 1).end(), findings)) {
                left = null;
            }
        }
        return left;
    }

    private boolean isSide(@Nullable Query side, int start, int end, Lexeme operator) {
        if (side instanceof Query.Keyword || side instanceof Query.Range) {
            Proximity.fieldBeside(operator, start, end, findings);
            return false;
        }
        return Proximity.isSide(side, start, end, findings);
    }

    private static Query.Join join(Lexeme operator) {
        return operator.is(Lexeme.Kind.SENTENCE)
                ? Query.Join.SENTENCE
                : operator.is(Lexeme.Kind.ONEAR) ? Query.Join.ORDERED : Query.Join.UNORDERED;
    }

    private int distance(Lexeme operator) {
        if (operator.is(Lexeme.Kind.SENTENCE)) {
            return Query.Near.SENTENCE_REACH;
        }
        int distance = operator.number() < 0 ? DEFAULT_DISTANCE : operator.number();
        if (distance > Limits.MAX_DISTANCE) {
            Limits.tooFar(operator, operator.text().replaceFirst("/.*", "/" + Limits.MAX_DISTANCE), findings);
        }
        return distance;
    }

    private @Nullable Query primary(@Nullable Field field) {
        var lexeme = peek();
        if (lexeme.is(Lexeme.Kind.OPEN)) {
            return parentheses(field);
        }
        if (lexeme.is(Lexeme.Kind.FIELD)) {
            return field(take(), field);
        }
        if (!isLeaf(lexeme)) {
            expected(lexeme);
            if (!lexeme.is(Lexeme.Kind.CLOSE) && !lexeme.is(Lexeme.Kind.END)) {
                take();
            }
            return null;
        }
        take();
        if (lexeme.is(Lexeme.Kind.QUOTED) && lexeme.number() > Limits.MAX_DISTANCE) {
            Limits.tooFar(
                    lexeme,
                    findings.piece(lexeme.start(), lexeme.end()).replaceFirst("~\\d+$", "~" + Limits.MAX_DISTANCE),
                    findings);
        }
        var query = leaves.leaf(lexeme, field);
        if (query != null) {
            places.put(query, lexeme);
        }
        return query;
    }

    private static boolean isLeaf(Lexeme lexeme) {
        return lexeme.is(Lexeme.Kind.TERM)
                || lexeme.is(Lexeme.Kind.QUOTED)
                || lexeme.is(Lexeme.Kind.EXACT)
                || lexeme.is(Lexeme.Kind.RANGE)
                || lexeme.is(Lexeme.Kind.COMPARE);
    }

    private @Nullable Query parentheses(@Nullable Field field) {
        var open = take();
        if (depth >= MAX_PARENTHESES) {
            Limits.tooDeep(open.start(), open.end(), findings);
            next = lexemes.size() - 1;
            return null;
        }
        depth++;
        var inside = or(field);
        depth--;
        if (peek().is(Lexeme.Kind.CLOSE)) {
            take();
        } else if (!findings.hasErrors()) {
            int end = peek().end();
            findings.error(
                    open.start(),
                    end,
                    "The ( opened here is never closed.",
                    "La parenthèse ( ouverte ici n'est jamais fermée.",
                    // all that are still open are so to the end
                    findings.piece(open.start(), end).stripTrailing() + ")".repeat(depth + 1));
        }
        return inside;
    }

    private @Nullable Query field(Lexeme name, @Nullable Field outer) {
        var known = Field.of(name.text());
        var field = known.orElse(null);
        if (field == null) {
            unknown(name);
        } else if (field.knownLater() && scope == Scope.TRACKING) {
            int end = isLeaf(peek()) ? peek().end() : name.end();
            findings.error(
                    name.start(),
                    end,
                    field.key() + " is known only after a post has been matched: use it in dashboards and alert rules.",
                    field.key()
                            + " n'est connu qu'après : utilisez-le dans les tableaux de bord et les règles d'alerte.",
                    end == name.end() ? null : findings.leftOut(name.start(), end));
        }
        if (peek().is(Lexeme.Kind.END) || peek().is(Lexeme.Kind.CLOSE)) {
            findings.error(
                    name.start(),
                    name.end(),
                    "A value is expected after " + name.text() + ":.",
                    "Une valeur est attendue après " + name.text() + ":.",
                    findings.leftOut(name.start(), name.end()));
            return null;
        }
        // an unknown field's value is read as text, so that it is not complained about twice
        return primary(field == null ? outer : field);
    }

    private void unknown(Lexeme name) {
        boolean link = name.text().equalsIgnoreCase("http") || name.text().equalsIgnoreCase("https");
        if (link) {
            findings.error(
                    name.start(),
                    name.end() - 1,
                    "Addresses are looked for with links:, as in links:example.org/page.",
                    "Les adresses se cherchent avec links:, comme links:example.org/page.",
                    "links:" + name.text().toLowerCase(java.util.Locale.ROOT));
            return;
        }
        var all = new ArrayList<String>();
        for (var field : Field.values()) {
            if (scope == Scope.SEARCH || !field.knownLater()) {
                all.add(field.key());
            }
        }
        var nearest = Nearest.of(name.text(), all);
        boolean word = nearest == null && peek().is(Lexeme.Kind.TERM);
        int end = word ? peek().end() : name.end() - 1;
        findings.error(
                name.start(),
                end,
                "There is no field " + name.text() + ". Fields are: " + String.join(", ", all)
                        + ". If a word with a colon is meant, put it in quotes.",
                "Le champ " + name.text() + " n'existe pas. Les champs sont : " + String.join(", ", all)
                        + ". Si c'est un mot avec deux-points, mettez-le entre guillemets.",
                word ? '"' + findings.piece(name.start(), end) + '"' : nearest);
    }

    private void expected(Lexeme found) {
        boolean end = found.is(Lexeme.Kind.END);
        boolean close = found.is(Lexeme.Kind.CLOSE);
        var en = end ? "the end of the query" : close ? ")" : found.text();
        var fr = end ? "la fin de la requête" : close ? ")" : found.text();
        boolean empty = close && next > 0 && lexemes.get(next - 1).is(Lexeme.Kind.OPEN);
        int start = empty ? lexemes.get(next - 1).start() : found.start();
        findings.error(
                start,
                found.end(),
                "A word or phrase is expected before " + en
                        + (end || close ? "." : "; quote it if the word itself is meant."),
                "Un mot ou une expression est attendu avant " + fr
                        + (end || close ? "." : " ; mettez-le entre guillemets s'il s'agit du mot lui-même."),
                empty ? findings.leftOut(start, found.end()) : end || close ? null : '"' + found.text() + '"');
    }

    private Lexeme peek() {
        return lexemes.get(next);
    }

    private Lexeme take() {
        var lexeme = lexemes.get(next);
        if (next < lexemes.size() - 1) {
            next++;
        }
        return lexeme;
    }
}
