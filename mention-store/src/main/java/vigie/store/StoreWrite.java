package vigie.store;

import vigie.model.Alert;
import vigie.model.AnalysedMention;
import vigie.model.PostEvent;

/**
 * One change to the index, straight from a topic. Every change has a version, so a repeat or a late older one never undoes a newer
 * one.
 */
public sealed interface StoreWrite {

    /** Writes the mention, or removes it when the record withdraws it. */
    static StoreWrite mention(AnalysedMention mention) {
        return new OfMention(mention);
    }

    /**
     * Writes or removes an accepted post, matched or not.
     *
     * @param version broker append time of the event, in milliseconds
     */
    static StoreWrite post(PostEvent event, long version) {
        return new OfPost(event, version);
    }

    /** Writes an alert's newest state; readers see it as soon as the bulk call returns. */
    static StoreWrite alert(Alert alert) {
        return new OfAlert(alert);
    }

    record OfMention(AnalysedMention mention) implements StoreWrite {}

    record OfPost(PostEvent event, long version) implements StoreWrite {}

    record OfAlert(Alert alert) implements StoreWrite {}
}
