package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the tree that says who is told about which alerts. An alert goes down the first child that matches, and further ones
 * while those say {@code continue}; it stays where no child matches. What a branch leaves unsaid holds as its parent says.
 *
 * @param match absent = every alert; never looked at in the root
 * @param receivers ids of receivers; absent = those of the parent, and in the root every receiver; empty = nobody
 * @param goesOn whether the next sibling is asked too after this one matched
 * @param groupInterval what follows within so long after somebody was told of a brand is gathered into one message
 * @param repeat while nobody acknowledges, it is said again after so long, then after twice as long each time; absent = never
 * @param escalation whom else to tell while nobody acknowledges
 */
public record Route(
        @Nullable AlertMatch match,
        @Nullable List<String> receivers,
        @JsonProperty("continue") @Nullable Boolean goesOn,
        @Nullable Duration groupInterval,
        @Nullable Duration repeat,
        @Nullable List<Step> escalation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Route> children) {

    /** The tree is kept as one record, so that a change of it is all or nothing. */
    public static final String ROOT = "root";

    public Route {
        receivers = receivers == null ? null : List.copyOf(receivers);
        escalation = escalation == null ? null : List.copyOf(escalation);
        children = children == null ? List.of() : List.copyOf(children);
    }

    /** @param after counted from when the alert was to be told */
    public record Step(Duration after, List<String> receivers) {
        public Step {
            receivers = List.copyOf(receivers);
        }
    }
}
