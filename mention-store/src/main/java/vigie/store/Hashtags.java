package vigie.store;

import java.time.Instant;
import java.util.List;

/** Hashtags of mentions, in the order that was asked for. */
public record Hashtags(List<Item> items) {

    public Hashtags {
        items = List.copyOf(items);
    }

    /** By number of mentions, or by how far above its own past a hashtag is at the end of the period. */
    public enum Order {
        TOP,
        RISING;

        /** Reads the name used in addresses. */
        public static Order of(String name) {
            if (name.equals("top")) {
                return TOP;
            }
            if (name.equals("rising")) {
                return RISING;
            }
            throw new RefusedRequest("sort", "one of top, rising");
        }
    }

    /**
     * @param before mentions in the period of equal length just before
     * @param z surprise of the last quarter of an hour, in standard deviations of the twelve days before ({@link vigie.trend.Trend})
     * @param score 0 to 100, from {@code z}
     * @param firstAt when it was first used in a stored mention of these brands
     * @param with hashtags most often in the same mentions
     */
    public record Item(
            String hashtag,
            long mentions,
            long negative,
            long neutral,
            long positive,
            long before,
            double z,
            double score,
            Instant firstAt,
            List<Companion> with) {
        public Item {
            with = List.copyOf(with);
        }
    }

    public record Companion(String hashtag, long mentions) {}
}
