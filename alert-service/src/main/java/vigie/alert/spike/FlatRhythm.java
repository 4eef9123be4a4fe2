package vigie.alert.spike;

import java.io.DataInput;
import java.io.DataOutput;

/** Every hour is like every other. */
final class FlatRhythm implements Rhythm {

    @Override
    public double factor(long localSecond) {
        return 1;
    }

    @Override
    public void learn(long localSecond, double ratio) {}

    @Override
    public void write(DataOutput out) {}

    @Override
    public void read(DataInput in) {}
}
