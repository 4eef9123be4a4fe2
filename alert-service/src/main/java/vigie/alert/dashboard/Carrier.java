package vigie.alert.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * Who carries an alert, as a person would name it. What was erased since has no name any more.
 *
 * @param platform where an author or a story's example is
 * @param name an author's handle or name
 * @param text the beginning of what a story says, in the words that reached most people
 * @param mentionId the mention the name or text was taken from
 */
record Carrier(
        @JsonUnwrapped Alert.Contributor contributor,
        @Nullable String platform,
        @Nullable String name,
        @Nullable String text,
        @Nullable String mentionId) {}
