package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import vigie.alert.spike.FiveMinutes;
import vigie.alert.spike.IncidentMachine;
import vigie.alert.spike.Reading;
import vigie.alert.spike.Seasonality;
import vigie.alert.spike.SpikeDetector;

/** What is remembered of one series after its last closed bucket: the detector, and an incident machine for each rule. */
final class Watch {

    static final BinarySerde<Watch> SERDE = new BinarySerde<>(Watch::write, Watch::read);

    /** After so many empty buckets a series is asleep, and whatever comes next starts a new detector. */
    static final long LONGEST_GAP = Duration.ofDays(35).toMinutes() / 5;

    private final ZoneId zone;
    private final SpikeDetector detector;
    private final Map<String, IncidentMachine> machines = new TreeMap<>();
    private long next;
    private long lastCounted;
    private boolean base;

    private Watch(ZoneId zone, SpikeDetector detector) {
        this.zone = zone;
        this.detector = detector;
    }

    static Watch from(long bucket, ZoneId zone) {
        var watch = new Watch(zone, new SpikeDetector(Seasonality.ADAPTIVE, zone));
        watch.next = bucket;
        watch.lastCounted = bucket;
        return watch;
    }

    Reading step(long count) {
        return stepped(count, detector.step(FiveMinutes.start(next), count));
    }

    /** A bucket in which most could not be heard; what was counted is the least there was. */
    Reading stepUnheard(long count) {
        return stepped(count, detector.stepUnheard(FiveMinutes.start(next), count));
    }

    private Reading stepped(long count, Reading reading) {
        if (count > 0) {
            lastCounted = next;
        }
        next++;
        base = false;
        return reading;
    }

    IncidentMachine machine(String rule) {
        return machines.computeIfAbsent(rule, id -> new IncidentMachine());
    }

    Map<String, IncidentMachine> machines() {
        return machines;
    }

    /** First bucket not yet walked over. */
    long next() {
        return next;
    }

    /** Whether even an empty bucket would be one too many. */
    boolean asleep() {
        return next - lastCounted > LONGEST_GAP;
    }

    long lastCounted() {
        return lastCounted;
    }

    ZoneId zone() {
        return zone;
    }

    /** Whether the counts before it are forgotten, so that nothing earlier can be walked into it. */
    boolean base() {
        return base;
    }

    void makeBase() {
        base = true;
    }

    private static void write(Watch watch, DataOutput out) throws IOException {
        out.writeUTF(watch.zone.getId());
        out.writeLong(watch.next);
        out.writeLong(watch.lastCounted);
        out.writeBoolean(watch.base);
        watch.detector.write(out);
        out.writeInt(watch.machines.size());
        for (var machine : watch.machines.entrySet()) {
            out.writeUTF(machine.getKey());
            machine.getValue().write(out);
        }
    }

    private static Watch read(DataInput in) throws IOException {
        var zone = ZoneId.of(in.readUTF());
        var next = in.readLong();
        var lastCounted = in.readLong();
        var base = in.readBoolean();
        var watch = new Watch(zone, SpikeDetector.read(in, zone));
        watch.next = next;
        watch.lastCounted = lastCounted;
        watch.base = base;
        for (int left = in.readInt(); left > 0; left--) {
            watch.machines.put(in.readUTF(), IncidentMachine.read(in));
        }
        return watch;
    }
}
