package vigie.alert.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vigie.alert.live.AlertItem;
import vigie.model.Alert;

/**
 * An alert with what a person needs to check it.
 *
 * @param carriers the contributors of the explanation, named
 * @param subject the story the alert is about; absent when it counts something else
 * @param evidence mentions as lists show them, with {@code at}
 */
record AlertDetail(
        @JsonUnwrapped AlertItem alert,
        String ruleId,
        Alert.@Nullable Explanation explanation,
        List<Carrier> carriers,
        @Nullable Carrier subject,
        List<JsonNode> evidence) {}
