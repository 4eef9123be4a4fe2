package vigie.analysis.sentiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.analysis.sentiment.Target.Place;

/**
 * Cuts a text that names several targets into clauses, each with the targets it speaks of.
 *
 * <p>A sentence's end, a semicolon and a word of contrast always cut. A comma, a colon or an "and" cuts only between two names, since
 * inside one thought they hold it together. A clause that names nobody goes on about those of the clause before ("it never works").
 */
final class Clauses {

    private static final Pattern CUTS = Pattern.compile(
            "[.!?…]+(?=\\s|$)|[\\n;。！？]|[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{FE0F}]+|\\s[–—-]\\s|(?<![\\p{L}\\p{N}])(?:but|while|whereas|however|although|luckily"
                    + "|mais|tandis que|alors que|par contre|en revanche|heureusement|m[êe]me si|cependant"
                    + "|pero|mientras que|sin embargo|aber|während|dagegen|hingegen|ma|mentre|invece|mas|enquanto)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SOFT_CUTS = Pattern.compile(
            "[,:，،]|(?<![\\p{L}\\p{N}])(?:and|so|et|donc|y|und|e)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Clauses() {}

    /** @param targets ids, in the order in which the clause names them */
    record Clause(int start, int end, List<String> targets) {}

    /** Where a target is named. */
    record Name(String target, Place place) {}

    /** All clauses, in the text's order; those before the first name speak of whoever is named first. */
    static List<Clause> of(String text, List<Target> targets) {
        var names = names(targets);
        var cuts = new TreeSet<Integer>(Set.of(0, text.length()));
        addAll(cuts, CUTS.matcher(text), names);
        softCuts(cuts, text, names);
        var clauses = new ArrayList<Clause>();
        List<String> about = names.isEmpty() ? List.of() : List.of(names.get(0).target());
        int from = 0;
        for (int cut : cuts.tailSet(0, false)) {
            int start = from;
            var named = names.stream()
                    .filter(n -> n.place().start() >= start && n.place().start() < cut)
                    .map(Name::target)
                    .distinct()
                    .toList();
            about = named.isEmpty() ? about : named;
            clauses.add(new Clause(start, cut, about));
            from = cut;
        }
        return clauses;
    }

    static List<Name> names(List<Target> targets) {
        var names = new ArrayList<Name>();
        for (var target : targets) {
            target.named().forEach(place -> names.add(new Name(target.id(), place)));
        }
        names.sort(Comparator.comparing(name -> name.place().start()));
        return names;
    }

    private static void addAll(Set<Integer> cuts, Matcher matcher, List<Name> names) {
        while (matcher.find()) {
            // punctuation stays with what it ends, a word with what it begins
            int at = Character.isLetter(matcher.group().charAt(0)) ? matcher.start() : matcher.end();
            if (names.stream()
                    .noneMatch(n -> n.place().start() < at && at < n.place().end())) {
                cuts.add(at);
            }
        }
    }

    /** One between each two neighbouring names of different targets that no other cut parts: the last one, nearest to the second. */
    private static void softCuts(TreeSet<Integer> cuts, String text, List<Name> names) {
        var matcher = SOFT_CUTS.matcher(text);
        for (int i = 1; i < names.size(); i++) {
            var left = names.get(i - 1);
            var right = names.get(i);
            int from = left.place().end();
            int to = right.place().start();
            if (left.target().equals(right.target())
                    || from >= to
                    || cuts.subSet(from, true, to, true).size() > 0) {
                continue;
            }
            int last = -1;
            boolean said = false;
            matcher.region(from, to);
            while (matcher.find()) {
                // two names with nothing but an "and" between them share what is said
                said |= text.substring(from, matcher.start()).strip().length() > 2;
                last = said ? matcher.end() : last;
            }
            if (last >= 0) {
                cuts.add(last);
            }
        }
    }
}
