package vigie.ingest.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vigie.query.Field;
import vigie.query.Form;
import vigie.query.Query;
import vigie.query.Word;

/**
 * A word or field value, or its beginning, under which a query waits: a post without any of a query's anchors cannot match it.
 *
 * @param where the form of words, or the field, in which {@code text} is looked for
 * @param beginning whether the rest may differ
 */
record Anchor(String where, String text, boolean beginning) {

    /** Nearly every post has one of these values, so they are the last thing to wait under. */
    private static final double SHARE_OF_COMMON_VALUES = 0.7;

    private static final double SHARE_OF_RARE_VALUES = 0.01;

    /** So many times more words begin with some letters than are made of them. */
    private static final double BEGINNINGS = 4;

    /**
     * Anchors of which a matching post has at least one, and a guess at the share of all posts that have.
     *
     * @param anyOf empty when nothing can be said of a matching post
     */
    private record Choice(Set<Anchor> anyOf, double share) {

        static final Choice NONE = new Choice(Set.of(), Double.POSITIVE_INFINITY);

        static Choice of(Anchor anchor, double share) {
            return new Choice(Set.of(anchor), share);
        }

        Choice orRather(Choice other) {
            return other.share < share ? other : this;
        }

        Choice and(Choice other) {
            var both = new LinkedHashSet<>(anyOf);
            both.addAll(other.anyOf);
            return new Choice(both, share + other.share);
        }
    }

    /** The fewest and rarest anchors of a query; none when every post has to be tried. */
    static Set<Anchor> of(Query query) {
        var choice = choose(query);
        return Double.isInfinite(choice.share) ? Set.of() : choice.anyOf;
    }

    private static Choice choose(Query query) {
        if (query instanceof Query.And and) {
            return rarest(and.clauses());
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().map(Anchor::choose).reduce(Choice::and).orElse(Choice.NONE);
        }
        if (query instanceof Query.Near near) {
            return rarest(List.of(near.left(), near.right()));
        }
        if (query instanceof Query.Words words) {
            return words.words().stream().map(Anchor::word).reduce(Choice.NONE, Choice::orRather);
        }
        if (query instanceof Query.Keyword keyword) {
            var where = keyword.field().key();
            var share = isCommon(keyword.field()) ? SHARE_OF_COMMON_VALUES : SHARE_OF_RARE_VALUES;
            return Choice.of(
                    keyword.pattern()
                            ? new Anchor(where, beforeWildcard(keyword.key()), true)
                            : new Anchor(where, keyword.key(), false),
                    share);
        }
        if (query instanceof Query.Not || query instanceof Query.Range) {
            return Choice.NONE;
        }
        throw new AssertionError(query);
    }

    private static Choice rarest(List<Query> clauses) {
        return clauses.stream().map(Anchor::choose).reduce(Choice.NONE, Choice::orRather);
    }

    private static Choice word(Word word) {
        var text = word.pattern() ? beforeWildcard(word.text()) : word.text();
        var where = where(word.form());
        double share = 1.0 / (text.length() * text.length());
        return Choice.of(
                new Anchor(where, text, word.pattern()), word.pattern() ? Math.min(1, BEGINNINGS * share) : share);
    }

    /** Where a form's words are looked for; no field is called so. */
    static String where(Form form) {
        return "." + form.field();
    }

    private static boolean isCommon(Field field) {
        return field.type() == Field.Type.KEYWORD;
    }

    private static String beforeWildcard(String pattern) {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != '*' && pattern.charAt(end) != '?') {
            end++;
        }
        return pattern.substring(0, end);
    }
}
