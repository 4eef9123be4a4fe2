package vigie.alert.stream;

import vigie.model.Alert;

/** Something people are told about an incident, and the bucket of its evidence. */
record Moment(Alert.Event event, long bucket) {

    /** Whether another walk over the same time would call it the same; the bucket may differ a little. */
    boolean isLike(Moment other, long apart) {
        return event == other.event && Math.abs(bucket - other.bucket) <= apart;
    }
}
