/**
 * What a rule would have done: {@link vigie.alert.backtest.Backtest} walks detector or plain rule over recorded counts, with the same
 * code that judges live, and keeps what would have been told. Pure Java; who reads the counts, and whom the answer is for, is elsewhere.
 */
@NullMarked
package vigie.alert.backtest;

import org.jspecify.annotations.NullMarked;
