package vigie.alert.stream;

import java.time.Instant;
import java.util.Comparator;
import vigie.model.Alert;

/**
 * A mention worth showing: the further it may have reached the better.
 *
 * @param reach the upper end of how many may have seen it
 */
record Exemplar(String mentionId, long at, long reach) {

    /** Best first, never by order of arrival. */
    static final Comparator<Exemplar> BEST =
            Comparator.comparingLong(Exemplar::reach).reversed().thenComparing(Exemplar::mentionId);

    Alert.EvidenceMention evidence() {
        return new Alert.EvidenceMention(mentionId, Instant.ofEpochMilli(at));
    }
}
