package vigie.alert.stream;

import java.time.Instant;

/**
 * A brand something was counted for.
 *
 * @param since {@link vigie.model.Brand#since}; a brand deleted and created again is another one
 * @param confirmed whether it was seen among the brands; a mention may come before its brand is known here
 * @param firstAt wall clock (ms) of its first mention
 */
record CountedBrand(Instant since, boolean confirmed, long firstAt) {}
