package vigie.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.memory.MemoryIndex;
import vigie.ingest.matching.QueryMatcher;
import vigie.model.Brand;
import vigie.model.Post;
import vigie.model.TrackedQuery;
import vigie.query.Token;
import vigie.query.Tokenizer;

/** The same questions asked of a post in three ways; each says how many of them match. */
final class Matchers {

    /** So many queries belong to one brand. */
    private static final int QUERIES_OF_A_BRAND = 4;

    private final QueryMatcher house = new QueryMatcher();
    private final List<Predicate<String>> regexes;
    private final List<org.apache.lucene.search.Query> lucene;

    Matchers(List<Asked> queries) {
        regexes = queries.stream().map(Asked::regex).toList();
        lucene = queries.stream().map(Asked::lucene).toList();
        var brands = new HashMap<String, Brand>();
        for (int i = 0; i < queries.size(); i += QUERIES_OF_A_BRAND) {
            var tracked = new ArrayList<TrackedQuery>();
            for (int j = i; j < Math.min(queries.size(), i + QUERIES_OF_A_BRAND); j++) {
                tracked.add(new TrackedQuery("q" + j, "q" + j, queries.get(j).query()));
            }
            var id = "b" + i;
            brands.put(
                    id,
                    new Brand(id, id, null, null, tracked, List.of(), List.of(), List.of(), List.of(), Instant.EPOCH));
        }
        house.apply(brands);
    }

    /** Vigie's own, which also says which clauses matched where. */
    int house(Post post) {
        int found = 0;
        for (var brand : house.match(post).brands()) {
            found += brand.queries().size();
        }
        return found;
    }

    /** All regular expressions, one after the other, on the text folded once. */
    int regex(Post post) {
        var text = post.text().toLowerCase(Locale.ROOT);
        int found = 0;
        for (var regex : regexes) {
            if (regex.test(text)) {
                found++;
            }
        }
        return found;
    }

    /** All Lucene queries, one after the other, on an index of this one post made once. */
    int memoryIndex(Post post) {
        var index = new MemoryIndex();
        index.addField(Asked.FIELD, new Tokens(Tokenizer.tokenize(post.text())));
        var searcher = index.createSearcher();
        int found = 0;
        try {
            for (var query : lucene) {
                found += searcher.count(query);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    int queries() {
        return house.size();
    }

    private static final class Tokens extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<Token> tokens;
        private int next;

        Tokens(List<Token> tokens) {
            this.tokens = tokens;
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            clearAttributes();
            term.append(tokens.get(next++).folded());
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
