package vigie.ingest.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import vigie.query.Form;
import vigie.query.Query;
import vigie.query.Searchable;
import vigie.query.Word;
import vigie.query.Zone;

/**
 * A tracked query and a post as Lucene sees them: a looser question, of single terms only, that every post asks for which the
 * evaluator can say yes. What it lets through too much costs time, never truth.
 */
final class Candidates {

    private static final String KEYWORDS = "keywords";
    private static final char SEPARATOR = '=';

    /** The first letters of words have a field of their own, so that wildcards too are looked up instead of tried. */
    private static final String BEGINNINGS = "beginnings";

    private static final int BEGINNING = 3;

    private Candidates() {}

    /** A post's terms. A form is listed apart only where it differs from the folded one. */
    static Document document(Searchable post) {
        Set<String> folded = new HashSet<>();
        Set<String> accented = new HashSet<>();
        Set<String> exact = new HashSet<>();
        Set<String> beginnings = new HashSet<>();
        for (var list : post.lists(Zone.ANYWHERE)) {
            for (var token : list) {
                folded.add(token.folded());
                addIfDifferent(accented, token.accented(), token.folded());
                addIfDifferent(exact, token.exact(), token.folded());
                for (var form : Form.values()) {
                    addBeginning(beginnings, token.form(form));
                }
            }
        }
        Set<String> keywords = new HashSet<>();
        post.keywords().forEach((field, values) -> values.forEach(value -> keywords.add(field + SEPARATOR + value)));
        var document = new Document();
        add(document, Form.FOLDED.field(), folded);
        add(document, Form.ACCENTED.field(), accented);
        add(document, Form.EXACT.field(), exact);
        add(document, KEYWORDS, keywords);
        add(document, BEGINNINGS, beginnings);
        return document;
    }

    private static void addIfDifferent(Set<String> forms, String form, String folded) {
        if (!form.equals(folded)) {
            forms.add(form);
        }
    }

    private static void addBeginning(Set<String> beginnings, String form) {
        if (form.length() >= BEGINNING) {
            beginnings.add(form.substring(0, BEGINNING));
        }
    }

    private static void add(Document document, String field, Collection<String> terms) {
        if (!terms.isEmpty()) {
            document.add(new TextField(field, new TermStream(terms)));
        }
    }

    /** The looser question. */
    static org.apache.lucene.search.Query loosen(Query query) {
        if (query instanceof Query.And and) {
            return all(and.clauses().stream().map(Candidates::loosen));
        }
        if (query instanceof Query.Or or) {
            return any(or.clauses().stream().map(Candidates::loosen).toList());
        }
        if (query instanceof Query.Words words) {
            return all(words.words().stream().map(Candidates::loosen));
        }
        if (query instanceof Query.Near near) {
            return all(Stream.of(loosen(near.left()), loosen(near.right())));
        }
        if (query instanceof Query.Keyword keyword) {
            return keyword(keyword.field().key() + SEPARATOR, keyword.key(), keyword.pattern());
        }
        if (query instanceof Query.Not || query instanceof Query.Range) {
            return new MatchAllDocsQuery();
        }
        throw new AssertionError(query);
    }

    private static org.apache.lucene.search.Query loosen(Word word) {
        if (word.pattern()) {
            var fixed = beforeWildcard(word.text());
            return fixed.length() < BEGINNING
                    ? new MatchAllDocsQuery()
                    : term(BEGINNINGS, fixed.substring(0, BEGINNING));
        }
        var folded = term(Form.FOLDED.field(), word.text());
        return word.form() == Form.FOLDED
                ? folded
                : any(List.of(folded, term(word.form().field(), word.text())));
    }

    private static org.apache.lucene.search.Query keyword(String field, String key, boolean pattern) {
        return pattern ? new PrefixQuery(new Term(KEYWORDS, field + beforeWildcard(key))) : term(KEYWORDS, field + key);
    }

    private static org.apache.lucene.search.Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static String beforeWildcard(String pattern) {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != '*' && pattern.charAt(end) != '?') {
            end++;
        }
        return pattern.substring(0, end);
    }

    private static org.apache.lucene.search.Query all(Stream<org.apache.lucene.search.Query> questions) {
        var distinct = questions
                .filter(q -> !(q instanceof MatchAllDocsQuery))
                .distinct()
                .toList();
        if (distinct.size() < 2) {
            return distinct.isEmpty() ? new MatchAllDocsQuery() : distinct.get(0);
        }
        var all = new BooleanQuery.Builder();
        distinct.forEach(question -> all.add(question, Occur.MUST));
        return all.build();
    }

    private static org.apache.lucene.search.Query any(List<org.apache.lucene.search.Query> questions) {
        if (questions.stream().anyMatch(MatchAllDocsQuery.class::isInstance)) {
            return new MatchAllDocsQuery();
        }
        var any = new BooleanQuery.Builder();
        questions.stream().distinct().forEach(question -> any.add(question, Occur.SHOULD));
        return any.build();
    }
}
