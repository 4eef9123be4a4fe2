package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person wants to be told at an address, with the proof of it. The address itself is kept with the receiver only.
 *
 * @param id keyed hash of channel and address: nobody without the installation's key can tell whose it is
 * @param receiver for whom it was asked last
 * @param state {@code asked}, {@code given} or {@code withdrawn}
 * @param text what was shown to the person when the consent was given; before that, what was asked
 * @param language of {@code text}
 * @param askedBy who asked for the person to be told
 * @param how by what act it was given or withdrawn
 */
public record Consent(
        String id,
        String channel,
        String receiver,
        String state,
        String text,
        String language,
        Instant askedAt,
        String askedBy,
        @Nullable Instant givenAt,
        @Nullable Instant withdrawnAt,
        @Nullable String how) {

    public static final String ASKED = "asked";
    public static final String GIVEN = "given";
    public static final String WITHDRAWN = "withdrawn";

    public boolean given() {
        return state.equals(GIVEN);
    }
}
