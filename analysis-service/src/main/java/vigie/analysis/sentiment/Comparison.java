package vigie.analysis.sentiment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.analysis.sentiment.Clauses.Clause;
import vigie.analysis.sentiment.Clauses.Name;

/**
 * What sets two names of one clause against each other: what is good for the one is bad for the other.
 *
 * @param favoured −1 when whoever is named second is the better one, 1 when the first is, 0 when the feeling of the clause tells
 * @param start where the telling words begin, and {@code end} where they end
 */
record Comparison(String first, String second, int favoured, int start, int end) {

    private static final Pattern LEFT_FOR = words(
            "(?:left|leave|leaving|ditched|quit|dropped|switch\\w* from|chang\\w+ from"
                    + "|mov\\w+ from|quitt\\p{L}+|lâch\\p{L}+|pass\\p{L}+ d[e']|chang\\p{L}+ d[e']|dejé|verlassen|lasciato)");
    private static final Pattern TO = words("(?:for|to|pour|à|chez|por|für|per)");
    private static final Pattern PREFERS =
            words("(?:prefer\\w*|préf[éè]r\\p{L}+|prefier\\p{L}+|preferisc\\p{L}+|nothing beats|rien ne vaut)");
    private static final Pattern WORSE =
            words("(?:worse|slower|less \\w+|pire|moins \\p{L}+|plus lent\\p{L}*|plus cher\\p{L}*"
                    + "|more expensive|peor|schlechter|peggio|pior) (?:than|que|qu'|als|di|do que)");
    private static final Pattern BETTER =
            words("(?:\\w+er|more \\w+|mieux|meilleur\\p{L}*|plus \\p{L}+|mejor|besser|meglio|melhor)"
                    + " (?:than|que|qu'|als|di|do que)");
    private static final Pattern UNLIKE =
            words("(?:unlike|contrairement [àa]u?x?|à la différence d\\p{L}+|compared to|compared with"
                    + "|par rapport [àa]u?x?|instead of|au lieu de)");
    private static final Pattern GREATER = Pattern.compile("^\\s*>+\\s*$");

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + alternatives + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Whether the words before a name say that another one follows, as "unlike" does; then the comma between them parts nothing. */
    static boolean opensWithOne(String text, int from, int to) {
        return new Stretch(text, from, to).has(UNLIKE);
    }

    /** The comparison of the first two names of a clause, if it is one. */
    static Optional<Comparison> in(String text, Clause clause, List<Name> all) {
        var names = all.stream()
                .filter(n -> n.place().start() >= clause.start() && n.place().start() < clause.end())
                .toList();
        if (names.size() < 2 || names.get(0).target().equals(names.get(1).target())) {
            return Optional.empty();
        }
        var first = names.get(0);
        var second = names.get(1);
        var between = new Stretch(text, first.place().end(), second.place().start());
        var before = new Stretch(text, clause.start(), first.place().start());
        if (before.has(LEFT_FOR) && between.has(TO)) {
            return said(first, second, -1, before.place(LEFT_FOR));
        }
        if (before.has(PREFERS)) {
            return said(first, second, 1, before.place(PREFERS));
        }
        if (before.has(UNLIKE)) {
            return said(first, second, 0, before.place(UNLIKE));
        }
        if (between.has(WORSE)) {
            return said(first, second, -1, between.place(WORSE));
        }
        if (between.has(BETTER)) {
            return said(first, second, 1, between.place(BETTER));
        }
        return between.has(GREATER) ? said(first, second, 1, between.place(GREATER)) : Optional.empty();
    }

    private static Optional<Comparison> said(Name first, Name second, int favoured, Target.Place at) {
        return Optional.of(new Comparison(first.target(), second.target(), favoured, at.start(), at.end()));
    }

    /** A part of the text in which telling words are looked for. */
    private record Stretch(String text, int from, int to) {
        boolean has(Pattern words) {
            return from < to && words.matcher(text).region(from, to).find();
        }

        Target.Place place(Pattern words) {
            var matcher = words.matcher(text).region(from, to);
            return matcher.find() ? new Target.Place(matcher.start(), matcher.end()) : new Target.Place(from, to);
        }
    }
}
