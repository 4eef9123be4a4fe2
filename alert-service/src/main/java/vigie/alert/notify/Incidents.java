package vigie.alert.notify;

import java.util.Optional;
import vigie.alert.live.Watch;
import vigie.model.Alert;
import vigie.store.MentionStore;
import vigie.store.RefusedRequest;
import vigie.store.StoreUnavailable;

/** How an incident stands now, for what is told of it long after it was decided. */
final class Incidents {

    private final Watch watch;
    private final MentionStore store;

    Incidents(Watch watch, MentionStore store) {
        this.watch = watch;
        this.store = store;
    }

    /** The newest known, which is the given one where nothing newer can be found. */
    Alert newest(Alert alert) {
        return watch.recentAlert(alert.id())
                .or(() -> stored(alert.id()))
                .filter(other -> other.revision() >= alert.revision())
                .orElse(alert);
    }

    private Optional<Alert> stored(String id) {
        try {
            return store.alert(id);
        } catch (StoreUnavailable | RefusedRequest e) {
            return Optional.empty();
        }
    }

    /** Who takes care, or that nobody has to any more; empty while somebody should. */
    static Optional<String> settled(Alert alert) {
        var carer = alert.people().acknowledgedBy();
        if (carer != null) {
            return Optional.of(carer + " takes care of it");
        }
        return alert.state().equals("resolved") || alert.event() == Alert.Event.WITHDRAWN
                ? Optional.of("it is over")
                : Optional.empty();
    }
}
