/**
 * The mathematics of "is this unusual?": expected counts, their spread, and how rarely a level is reached. Pure Java, no clock, no
 * framework.
 *
 * <p>A {@link vigie.alert.spike.SpikeDetector} is fed one closed 5-minute bucket at a time and says how surprising the last quarter
 * hour, hour and three hours are, whatever the rules. An {@link vigie.alert.spike.IncidentMachine} turns that, for one rule, into
 * "opened, still, resolved". {@link vigie.alert.spike.SpikeBacktest} is the two over a file.
 */
@NullMarked
package vigie.alert.spike;

import org.jspecify.annotations.NullMarked;
