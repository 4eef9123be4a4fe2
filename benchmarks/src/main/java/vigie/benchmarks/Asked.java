package vigie.benchmarks;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/** One question in three languages: the house's, regular expressions on folded text, and Lucene's on folded tokens. */
sealed interface Asked {

    String FIELD = "text";

    /** In the language of tracking queries. */
    String query();

    /** As regular expressions over a text in lower case without accents. */
    Predicate<String> regex();

    /** As a Lucene query over the field {@value #FIELD}. */
    org.apache.lucene.search.Query lucene();

    /** A plain word, or one with its {@code #} or {@code @}. */
    record Word(String word) implements Asked {
        @Override
        public String query() {
            return word;
        }

        @Override
        public Predicate<String> regex() {
            return find(bounded(word) + "\\b");
        }

        @Override
        public org.apache.lucene.search.Query lucene() {
            return new TermQuery(new Term(FIELD, word));
        }

        private IntervalsSource interval() {
            return Intervals.term(word);
        }
    }

    record Phrase(String first, String second) implements Asked {
        @Override
        public String query() {
            return '"' + first + ' ' + second + '"';
        }

        @Override
        public Predicate<String> regex() {
            return find(bounded(first) + "\\W+" + second + "\\b");
        }

        @Override
        public org.apache.lucene.search.Query lucene() {
            return new PhraseQuery(FIELD, first, second);
        }
    }

    /** A word and any of several others with at most {@code distance} words between, in either order. */
    record Near(Word word, List<Word> others, int distance) implements Asked {
        @Override
        public String query() {
            return word.query() + " NEAR/" + distance + " "
                    + others.stream().map(Word::query).collect(Collectors.joining(" OR ", "(", ")"));
        }

        @Override
        public Predicate<String> regex() {
            var any = others.stream().map(Word::word).collect(Collectors.joining("|", "(?:", ")"));
            var between = "\\W+(?:\\w+\\W+){0," + distance + "}";
            return find(bounded(word.word) + between + any + "\\b|" + bounded(any) + between + word.word + "\\b");
        }

        @Override
        public org.apache.lucene.search.Query lucene() {
            var any = Intervals.or(others.stream().map(Word::interval).toArray(IntervalsSource[]::new));
            return new IntervalQuery(FIELD, Intervals.maxgaps(distance, Intervals.unordered(word.interval(), any)));
        }
    }

    record Prefix(String beginning) implements Asked {
        @Override
        public String query() {
            return beginning + "*";
        }

        @Override
        public Predicate<String> regex() {
            return find(bounded(beginning));
        }

        @Override
        public org.apache.lucene.search.Query lucene() {
            return new PrefixQuery(new Term(FIELD, beginning));
        }
    }

    /** @param without words that must not stand there */
    record All(List<Asked> clauses, List<Word> without) implements Asked {
        @Override
        public String query() {
            return Stream.concat(
                            clauses.stream().map(All::clause), without.stream().map(word -> "NOT " + word.query()))
                    .collect(Collectors.joining(" AND "));
        }

        private static String clause(Asked clause) {
            return clause instanceof Any ? "(" + clause.query() + ")" : clause.query();
        }

        @Override
        public Predicate<String> regex() {
            return Stream.concat(
                            clauses.stream().map(Asked::regex),
                            without.stream().map(word -> word.regex().negate()))
                    .reduce(Predicate::and)
                    .orElseThrow();
        }

        @Override
        public org.apache.lucene.search.Query lucene() {
            var all = new BooleanQuery.Builder();
            clauses.forEach(clause -> all.add(clause.lucene(), Occur.FILTER));
            without.forEach(word -> all.add(word.lucene(), Occur.MUST_NOT));
            return all.build();
        }
    }

    record Any(List<Asked> clauses) implements Asked {
        @Override
        public String query() {
            return clauses.stream().map(Asked::query).collect(Collectors.joining(" OR "));
        }

        @Override
        public Predicate<String> regex() {
            return clauses.stream().map(Asked::regex).reduce(Predicate::or).orElseThrow();
        }

        @Override
        public org.apache.lucene.search.Query lucene() {
            var any = new BooleanQuery.Builder();
            clauses.forEach(clause -> any.add(clause.lucene(), Occur.SHOULD));
            return any.build();
        }
    }

    private static Predicate<String> find(String regex) {
        var pattern = Pattern.compile(regex);
        return text -> pattern.matcher(text).find();
    }

    /** A user's name is no plain word; a hashtag's is. */
    private static String bounded(String word) {
        return (word.startsWith("#") || word.startsWith("@") ? "" : "(?<![\\w@])") + word;
    }
}
