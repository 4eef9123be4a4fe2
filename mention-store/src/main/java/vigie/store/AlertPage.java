package vigie.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/** A page of alerts, newest {@code openedAt} first; {@code cursor} is absent on the last. */
public record AlertPage(
        List<Alert> items, long total, @Nullable String cursor) {
    public AlertPage {
        items = List.copyOf(items);
    }
}
