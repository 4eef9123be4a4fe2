package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a post asks which story of a brand it tells.
 *
 * @param brandSince {@link Brand#since}
 * @param story id made of its exact words; its story where nobody told it before
 * @param sketch hashes of its words, in Base64; absent where the text is too short to be recognised but word for word
 * @param shared id of the post it shares or quotes
 * @param at event time
 * @param told the story its mention was told with, where that is not the one of its exact words: a guess, to be confirmed
 */
public record StorySighting(
        String postId,
        String brand,
        @Nullable Instant brandSince,
        String story,
        @Nullable String sketch,
        @Nullable String shared,
        Instant at,
        @Nullable String told) {}
