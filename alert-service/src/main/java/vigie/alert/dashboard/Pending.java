package vigie.alert.dashboard;

/** Accepted and kept; its effect was not seen yet. */
record Pending(boolean pending) {}
