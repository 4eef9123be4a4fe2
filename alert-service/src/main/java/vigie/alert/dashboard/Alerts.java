package vigie.alert.dashboard;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vigie.alert.live.AlertItem;
import vigie.alert.live.Watch;
import vigie.alert.setup.Setup;
import vigie.json.Json;
import vigie.model.Alert;
import vigie.store.AlertFilter;
import vigie.store.AlertPage;
import vigie.store.MentionStore;

/**
 * Reads alerts: from the index, and over it those that changed a moment ago, so that whoever was just told of one, or has just acted on
 * one, does not read an older state.
 */
@Component
class Alerts {

    private static final Comparator<Alert> NEWEST_FIRST =
            Comparator.comparing(Alert::openedAt).reversed().thenComparing(Alert::id);
    private static final int EVIDENCE = 10;

    private final MentionStore store;
    private final Watch watch;
    private final Setup setup;
    private final Carriers carriers;

    Alerts(MentionStore store, Watch watch, Setup setup, Carriers carriers) {
        this.carriers = carriers;
        this.store = store;
        this.watch = watch;
        this.setup = setup;
    }

    Optional<Alert> find(String id) {
        return watch.recentAlert(id)
                .or(() -> store.alert(id))
                .filter(alert -> alert.event() != Alert.Event.WITHDRAWN)
                .filter(alert -> setup.brand(alert.brand()).isPresent());
    }

    AlertPage page(AlertFilter filter, int size, @Nullable String cursor) {
        var page = store.alerts(filter, size, cursor);
        return cursor == null ? freshened(page, filter, size) : page;
    }

    private AlertPage freshened(AlertPage page, AlertFilter filter, int size) {
        var byId = new LinkedHashMap<String, Alert>();
        page.items().forEach(alert -> byId.put(alert.id(), alert));
        var indexed = new HashSet<>(byId.keySet());
        var last = page.items().isEmpty() ? null : page.items().get(page.items().size() - 1);
        for (var alert : watch.recentAlerts()) {
            var known = byId.get(alert.id());
            if (known != null && known.revision() >= alert.revision()) {
                continue;
            }
            byId.remove(alert.id());
            var within = page.cursor() == null || last != null && NEWEST_FIRST.compare(alert, last) <= 0;
            if (within && filter.fits(alert)) {
                byId.put(alert.id(), alert);
            }
        }
        var items = byId.values().stream().sorted(NEWEST_FIRST).toList();
        var added = byId.keySet().stream().filter(id -> !indexed.contains(id)).count();
        var gone = indexed.stream().filter(id -> !byId.containsKey(id)).count();
        return new AlertPage(cut(items, page, size), page.total() + added - gone, page.cursor());
    }

    /** A page may grow by what is new; only the last one would otherwise lose what does not fit. */
    private static List<Alert> cut(List<Alert> items, AlertPage page, int size) {
        return page.cursor() != null || items.size() <= size ? items : items.subList(0, size);
    }

    AlertDetail detail(Alert alert, String language) {
        var evidence =
                alert.evidence().stream().limit(EVIDENCE).map(this::evidence).toList();
        return new AlertDetail(
                AlertItem.of(alert, language),
                alert.ruleId(),
                alert.explanation(),
                carriers.of(alert),
                carriers.subject(alert),
                evidence);
    }

    /** The mention as it is now; an erased one leaves nothing but its id. */
    private JsonNode evidence(Alert.EvidenceMention shown) {
        ObjectNode node = store.mention(shown.mentionId())
                .map(mention -> Json.mapper().<ObjectNode>valueToTree(mention))
                .orElseGet(() -> Json.mapper().createObjectNode().put("mentionId", shown.mentionId()));
        return node.put("at", shown.at().toString());
    }
}
