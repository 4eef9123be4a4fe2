package vigie.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Reach;

/** The stories most told in a period: texts that differ little, their quotes and shares, counted together. */
public record TopStories(List<Item> items) {

    public TopStories {
        items = List.copyOf(items);
    }

    /** What stories are sorted by. */
    public enum Order {
        /** How often they are told. */
        MENTIONS,
        /** How fast they spread. */
        VELOCITY;

        /** Reads the name used in addresses. */
        public static Order of(String name) {
            for (var order : values()) {
                if (order.name().equalsIgnoreCase(name)) {
                    return order;
                }
            }
            throw new RefusedRequest("sort", "one of mentions, velocity");
        }
    }

    /**
     * One story.
     *
     * @param authors distinct accounts; an estimate above some thousand
     * @param first its oldest mention in the period
     * @param exemplar its most viral mention, the oldest of equal ones
     */
    public record Item(
            String story,
            long mentions,
            long negative,
            long neutral,
            long positive,
            long authors,
            Reach reach,
            Spread virality,
            @Nullable First first,
            @Nullable Exemplar exemplar) {}

    /**
     * The virality of a story as a whole. All its posts spread it, so their velocities add up, and each further telling within the
     * hour is one share more; the same formula as for a post then makes the score: 100·n/(n+2) · v^0.75 / (v^0.75 + c^0.75) with n the
     * interactions and further tellings and c = 100 an hour, whatever the platforms.
     *
     * @param velocity engagements per hour
     */
    public record Spread(double score, double velocity) {

        private static final double HALF = 100;

        static Spread of(double postsVelocity, long interactions, long furtherTellings, long furtherInTheHour) {
            var velocity = postsVelocity + furtherInTheHour;
            var n = (double) interactions + furtherTellings;
            var pull = Math.pow(velocity, 0.75);
            return new Spread(100 * n / (n + 2) * pull / (pull + Math.pow(HALF, 0.75)), velocity);
        }
    }

    /**
     * Who told it first.
     *
     * @param author handle, else name, else id
     */
    public record First(
            String mentionId,
            Instant at,
            String platform,
            @Nullable String author) {}

    /** What it says. */
    public record Exemplar(String mentionId, @Nullable String title, String text) {}
}
