package vigie.alert.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** By how much a moment of the week is busier than the average one, learnt from the counts. */
sealed interface Rhythm permits FlatRhythm, WeekRhythm {

    /** @param localSecond seconds since 1970 on the brand's own wall clock */
    double factor(long localSecond);

    /** @param ratio a bucket's count as a multiple of the level */
    void learn(long localSecond, double ratio);

    void write(DataOutput out) throws IOException;

    void read(DataInput in) throws IOException;
}
