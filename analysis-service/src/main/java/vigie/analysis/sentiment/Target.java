package vigie.analysis.sentiment;

import java.util.List;

/**
 * Something a text may feel differently about than about other things in it: a brand, and where it is named.
 *
 * @param named UTF-16 offsets in the text; empty when the brand is meant without being named
 */
public record Target(String id, List<Place> named) {
    public Target {
        named = List.copyOf(named);
    }

    /**
     * A stretch of the text.
     *
     * @param end offset after the last character
     */
    public record Place(int start, int end) {}
}
