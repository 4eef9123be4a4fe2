package vigie.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.model.Reach;

/** Accounts that speak of the asked brands, in the order that was asked for. */
public record Authors(List<Item> items) {

    public Authors {
        items = List.copyOf(items);
    }

    /**
     * What an account is to the brands, by its mentions that take a side: at least three, and two in three on the same one.
     *
     * <p>A defender is an ambassador who also speaks up where others talk: at least two of the good mentions answer somebody.
     */
    public enum Role {
        @JsonProperty("detractor")
        DETRACTOR,
        @JsonProperty("ambassador")
        AMBASSADOR,
        @JsonProperty("defender")
        DEFENDER;

        private static final long FEWEST = 3;
        private static final long FEWEST_ANSWERS = 2;

        static @Nullable Role of(SentimentCounts counts, long goodAnswers) {
            var sided = counts.negative() + counts.positive();
            if (sided < FEWEST) {
                return null;
            }
            if (3 * counts.negative() >= 2 * sided) {
                return DETRACTOR;
            }
            if (3 * counts.positive() >= 2 * sided) {
                return goodAnswers >= FEWEST_ANSWERS ? DEFENDER : AMBASSADOR;
            }
            return null;
        }

        /** Reads the name used in addresses. */
        public static Role named(String name) {
            for (var role : values()) {
                if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return role;
                }
            }
            throw new RefusedRequest("role", "one of detractor, ambassador, defender");
        }
    }

    /** By number of mentions, by influence, or by the larger figure of reach. */
    public enum Order {
        MENTIONS,
        INFLUENCE,
        REACH;

        /** Reads the name used in addresses. */
        public static Order of(String name) {
            for (var order : values()) {
                if (order.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return order;
                }
            }
            throw new RefusedRequest("sort", "one of mentions, influence, reach");
        }
    }

    /**
     * @param author {@code platform:id}, the filter's value
     * @param label what to show a person, where known
     * @param followers as the newest mention says; null is unknown
     * @param engagement likes, shares and comments of its mentions together
     */
    public record Item(
            String author,
            @Nullable String label,
            long mentions,
            long negative,
            long neutral,
            long positive,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Long followers,

            long engagement,
            Reach reach,
            Influence influence,
            @Nullable Role role) {}
}
