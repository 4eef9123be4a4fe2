package vigie.alert.notify;

import vigie.alert.consent.Wording;

/**
 * The question whether a person wants to be told, the one message that needs no consent.
 *
 * @param id the same each time this is tried
 * @param link where to agree
 */
public record Invitation(String id, String language, String link) {

    public Wording wording() {
        return Wording.in(language);
    }
}
