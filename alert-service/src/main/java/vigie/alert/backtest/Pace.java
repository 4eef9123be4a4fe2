package vigie.alert.backtest;

/**
 * How closely a walk is drawn.
 *
 * @param buckets one point every so many buckets
 * @param window what the detector's counts are drawn over, {@code 15m}, {@code 1h} or {@code 3h}; plain rules have their own
 */
public record Pace(int buckets, String window) {}
