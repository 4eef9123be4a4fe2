package vigie.store;

import java.util.Locale;

/** In which order a list of mentions is read. Every order ends with the mention's id, so that no two mentions tie. */
public enum MentionSort {
    /** Newest event time first. */
    RECENT,
    /** Highest virality score first. */
    VIRAL,
    /** Largest upper end of the reach first. */
    REACH,
    /** Most negative score first. */
    NEGATIVE,
    /** Oldest event time first. */
    OLDEST;

    /** Reads the name used in addresses; absent is {@link #RECENT}. */
    public static MentionSort of(@org.jspecify.annotations.Nullable String name) {
        if (name == null || name.isEmpty()) {
            return RECENT;
        }
        for (var sort : values()) {
            if (sort.wire().equals(name)) {
                return sort;
            }
        }
        throw new RefusedRequest("sort", "one of recent, viral, reach, negative, oldest");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
