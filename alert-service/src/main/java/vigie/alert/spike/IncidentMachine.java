package vigie.alert.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * Turns judgements into incidents for one rule: when to tell, when to stay quiet because it was told, when it is over.
 *
 * <p>Rows are counted by the caller and rise by one a bucket. An incident is named by the row that opened it.
 */
public final class IncidentMachine {

    private static final int DAY = FiveMinutes.PER_DAY;
    private static final int CALM_ROWS_TO_RESOLVE = 12;
    private static final double ESCALATION = Math.log(100);
    private static final int ROWS_BETWEEN_ESCALATIONS = 6;
    private static final long NEVER = -1_000_000_000L;

    private boolean open;
    private int calmRows;
    private long opened = NEVER;
    private long lastCrossing = NEVER;
    private long lastNote = NEVER;
    private long lastEscalation = NEVER;
    private double noteZ;

    /** What this row means, or null when nothing changes. */
    public Alert.@Nullable Event step(long row, Judgement judgement, AlarmBudget budget) {
        if (judgement.z() >= budget.threshold()) {
            return cross(row, judgement.z(), budget);
        }
        if (!open) {
            return null;
        }
        calmRows = judgement.calm() ? calmRows + 1 : 0;
        if (calmRows < CALM_ROWS_TO_RESOLVE) {
            return null;
        }
        open = false;
        return Alert.Event.RESOLVE;
    }

    private Alert.@Nullable Event cross(long row, double z, AlarmBudget budget) {
        var wasOpen = open;
        open = true;
        calmRows = 0;
        lastCrossing = row;
        if (row - lastNote > DAY) {
            lastNote = row;
            lastEscalation = row;
            noteZ = z;
            if (!wasOpen) {
                opened = row;
            }
            return wasOpen ? Alert.Event.STILL : Alert.Event.OPEN;
        }
        if (budget.escalates() && z >= noteZ + ESCALATION && row - lastEscalation >= ROWS_BETWEEN_ESCALATIONS) {
            noteZ = z;
            lastEscalation = row;
            return Alert.Event.ESCALATE;
        }
        return wasOpen ? null : Alert.Event.REOPEN;
    }

    public boolean open() {
        return open;
    }

    /** Row of the current or last incident's first crossing; meaningless before the first. */
    public long opened() {
        return opened;
    }

    /** Row of the newest crossing; meaningless before the first. */
    public long lastCrossing() {
        return lastCrossing;
    }

    public void write(DataOutput out) throws IOException {
        out.writeBoolean(open);
        out.writeInt(calmRows);
        out.writeLong(opened);
        out.writeLong(lastCrossing);
        out.writeLong(lastNote);
        out.writeLong(lastEscalation);
        out.writeDouble(noteZ);
    }

    /** The machine as it was when written. */
    public static IncidentMachine read(DataInput in) throws IOException {
        var machine = new IncidentMachine();
        machine.open = in.readBoolean();
        machine.calmRows = in.readInt();
        machine.opened = in.readLong();
        machine.lastCrossing = in.readLong();
        machine.lastNote = in.readLong();
        machine.lastEscalation = in.readLong();
        machine.noteZ = in.readDouble();
        return machine;
    }
}
