package vigie.alert.plain;

import java.util.Set;

/**
 * How often a term is said now and was said before.
 *
 * @param mentions who of the looked-at ones says it, as numbers that stand for mentions
 * @param authors how many different people those are
 * @param count how many mentions say it; more than were looked at where only a part of very many was
 * @param before how many mentions said it in the days before
 */
public record Said(String term, Set<Integer> mentions, int authors, long count, long before) {
    public Said {
        mentions = Set.copyOf(mentions);
    }

    /** Part of this term's mentions in which another one stands too, 0 to 1. */
    double sharedWith(Said other) {
        return mentions.stream().filter(other.mentions::contains).count() / (double) Math.max(1, mentions.size());
    }
}
