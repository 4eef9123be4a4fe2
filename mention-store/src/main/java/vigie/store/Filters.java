package vigie.store;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A filter as an Elasticsearch query. Values go into term queries as they are, so that no character in them means anything. */
final class Filters {

    private static final int MOST_TERMS = 10_000;

    /** Elasticsearch takes 65,536 terms. */
    private static final int MOST_IDS = 65_000;

    private Filters() {}

    static Query of(MentionFilter f) {
        var all = new ArrayList<Query>();
        all.add(between("eventTime", f.from(), f.to()));
        brands(all, f.brands());
        var sentiment = f.sentiment();
        if (sentiment != null) {
            all.add(term("label", sentiment.wire()));
        }
        add(all, "model", f.model(), Keyword::of);
        add(all, "post.platform", f.platform(), Keyword::lower);
        add(all, "lang", f.lang(), Keyword::lower);
        add(all, "post.authors", f.author(), a -> Keyword.lower(without('@', a)));
        add(all, "post.hashtags", f.hashtag(), PostFields::hashtag);
        add(all, "queries", f.query(), Keyword::of);
        add(all, "post.country", f.country(), Keyword::lower);
        add(all, "story", f.story(), Keyword::of);
        add(all, "post.sites", f.site(), PostFields::site);
        var virality = f.minVirality();
        if (virality != null) {
            all.add(Query.of(q -> q.range(r -> r.number(n -> n.field("virality").gte(virality)))));
        }
        voice(all, f);
        if (f.among() != null) {
            all.add(ids(f.among()));
        }
        if (f.except() != null && !f.except().isEmpty()) {
            all.add(not(ids(f.except())));
        }
        if (f.q() != null) {
            all.add(QueryCompiler.compile(f.q()));
        }
        return all(all);
    }

    private static void voice(List<Query> all, MentionFilter f) {
        var voice = f.voice();
        if (voice == null) {
            return;
        }
        var own = own(f);
        var sponsored = anyOf("post.hashtags", Voice.SPONSORED_TAGS);
        if (voice == Voice.OWN) {
            all.add(own);
            return;
        }
        all.add(voice == Voice.SPONSORED ? sponsored : not(sponsored));
        all.add(not(own));
    }

    /** Each brand's accounts are its own only where they speak of it. */
    private static Query own(MentionFilter f) {
        var sides = f.own().entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> all(
                        List.of(term("brand", Keyword.of(e.getKey())), anyOf("post.author", Voice.keys(e.getValue())))))
                .toList();
        return sides.isEmpty()
                ? Query.of(q -> q.matchNone(n -> n))
                : Query.of(q -> q.bool(b -> b.should(sides).minimumShouldMatch("1")));
    }

    private static Query ids(Set<String> mentions) {
        if (mentions.size() > MOST_IDS) {
            throw new RefusedRequest(
                    "from", "more than " + MOST_IDS + " mentions carry that mark; choose a shorter period");
        }
        return anyOf("mentionId", mentions);
    }

    static Query anyOf(String field, Collection<String> values) {
        var terms = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
    }

    private static Query not(Query query) {
        return Query.of(q -> q.bool(b -> b.mustNot(query)));
    }

    static Query of(AlertFilter f) {
        var all = new ArrayList<Query>();
        brands(all, f.brands());
        add(all, "state", f.state(), s -> s);
        all.add(between("openedAt", f.from(), f.to()));
        all.add(Query.of(q -> q.term(t -> t.field("withdrawn").value(false))));
        add(all, "rule", f.rule(), Keyword::of);
        add(all, "metric", f.metric(), Keyword::of);
        var severity = f.minSeverity();
        if (severity != null) {
            all.add(Query.of(q -> q.range(r -> r.number(n -> n.field("severity").gte((double) severity)))));
        }
        AlertWords.asked(f.q()).forEach(word -> all.add(term("words", Keyword.of(word))));
        return all(all);
    }

    static Query all(List<Query> queries) {
        return Query.of(q -> q.bool(b -> b.filter(queries)));
    }

    /** From inclusive, to exclusive; in milliseconds, since that is what the index keeps. */
    static Query between(String field, @Nullable Instant from, @Nullable Instant to) {
        return Query.of(q -> q.range(r -> r.date(d -> {
            d.field(field).format("epoch_millis");
            if (from != null) {
                d.gte(Long.toString(from.toEpochMilli()));
            }
            if (to != null) {
                d.lt(Long.toString(to.toEpochMilli()));
            }
            return d;
        })));
    }

    static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    static void brands(List<Query> all, @Nullable List<String> brands) {
        if (brands == null) {
            return;
        }
        if (brands.size() > MOST_TERMS) {
            throw new RefusedRequest("brand", "at most " + MOST_TERMS + " brands at once");
        }
        if (brands.isEmpty()) {
            all.add(Query.of(q -> q.matchNone(n -> n)));
            return;
        }
        var values = brands.stream().map(Keyword::of).map(FieldValue::of).toList();
        all.add(Query.of(q -> q.terms(t -> t.field("brand").terms(v -> v.value(values)))));
    }

    private static void add(List<Query> all, String field, @Nullable String value, UnaryOperator<String> asIndexed) {
        if (value != null) {
            all.add(term(field, asIndexed.apply(value)));
        }
    }

    private static String without(char sign, String value) {
        return !value.isEmpty() && value.charAt(0) == sign ? value.substring(1) : value;
    }
}
