package vigie.alert.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.alert.spike.IncidentMachine;
import vigie.alert.spike.Judgement;
import vigie.model.Alert;

/** What one walk saw of one incident: all of it, or, when it was going on already, the rest. */
final class Episode {

    private final long opened;
    private final boolean whole;
    private final List<Moment> told = new ArrayList<>();
    private long last;
    private boolean open = true;
    private long resolved;
    private @Nullable Judgement shown;

    private Episode(long opened, long last, boolean whole) {
        this.opened = opened;
        this.last = last;
        this.whole = whole;
    }

    static Episode opening(long bucket) {
        return new Episode(bucket, bucket, true);
    }

    static Episode goingOn(IncidentMachine machine) {
        return new Episode(machine.opened(), machine.lastCrossing(), false);
    }

    void crosses(long bucket, Judgement judgement, Alert.@Nullable Event event) {
        last = bucket;
        open = true;
        if (event == Alert.Event.STILL || event == Alert.Event.ESCALATE) {
            told.add(new Moment(event, bucket));
        }
        var tells = event != null && event != Alert.Event.REOPEN;
        if (tells || shown == null || judgement.z() > shown.z()) {
            shown = judgement;
        }
    }

    void resolves(long bucket) {
        open = false;
        resolved = bucket;
    }

    long opened() {
        return opened;
    }

    /** Bucket of the newest evidence. */
    long last() {
        return last;
    }

    boolean open() {
        return open;
    }

    /** Bucket that ended it; meaningless while {@link #open}. */
    long resolved() {
        return resolved;
    }

    /** Whether this walk saw it from the beginning. */
    boolean whole() {
        return whole;
    }

    /** What was to be told after the opening. */
    List<Moment> told() {
        return told;
    }

    /** The strongest evidence since the last event; absent when nothing crossed in this walk. */
    @Nullable
    Judgement shown() {
        return shown;
    }
}
