package vigie.alert.stream;

import java.util.ArrayList;
import java.util.List;
import vigie.model.Alert;

/**
 * An alert as it was last said.
 *
 * @param told whether people were told of it at all
 * @param moments what came after the opening, told or only recorded
 */
record Incident(Alert alert, boolean told, List<Moment> moments) {

    Incident {
        moments = moments == null ? List.of() : List.copyOf(moments);
    }

    /** A walk over the same days may find the same event a little earlier or later. */
    boolean knows(Moment moment) {
        var apart = moment.event() == Alert.Event.ESCALATE ? 5 : 143;
        return moments.stream().anyMatch(m -> m.isLike(moment, apart));
    }

    Incident then(Alert next, List<Moment> more) {
        var all = new ArrayList<>(moments);
        all.addAll(more);
        return new Incident(next, told || next.tell(), all);
    }

    boolean open() {
        return alert.machine() == Alert.MachineState.OPEN;
    }

    /** Whether it turned out not to have been one. */
    boolean withdrawn() {
        return !open() && alert.resolvedAt() == null;
    }
}
