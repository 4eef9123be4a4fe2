package vigie.alert.dashboard;

import java.util.List;

/** A list that is answered whole. */
record Items<T>(List<T> items) {}
