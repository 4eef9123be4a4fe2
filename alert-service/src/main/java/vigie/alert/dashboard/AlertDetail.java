package vigie.alert.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vigie.alert.live.AlertItem;
import vigie.model.Alert;

/** An alert with what a person needs to check it; {@code evidence} holds mentions as lists show them, with {@code at}. */
record AlertDetail(@JsonUnwrapped AlertItem alert, Alert.@Nullable Explanation explanation, List<JsonNode> evidence) {}
