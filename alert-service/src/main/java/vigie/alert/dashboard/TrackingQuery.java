package vigie.alert.dashboard;

import org.jspecify.annotations.Nullable;

/** A query people want to track, refused with the place where it is wrong. */
final class TrackingQuery {

    private static final int LONGEST = 4_096;

    private TrackingQuery() {}

    static String check(String field, @Nullable String query) {
        return Fields.text(field, query, LONGEST);
    }
}
