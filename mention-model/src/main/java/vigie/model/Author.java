package vigie.model;

import org.jspecify.annotations.Nullable;

/**
 * Who said it, as far as the platform tells.
 *
 * @param id the platform's own stable id of the account
 * @param handle the name typed after {@code @}, without it
 * @param followers how many accounts follow; absent is unknown, never zero
 * @param location the place the author declares, free text
 */
public record Author(
        String id,
        @Nullable String handle,
        @Nullable String name,
        @Nullable Long followers,
        @Nullable String location) {

    /** An author of whom nothing but the id is known. */
    public static Author of(String id) {
        return new Author(id, null, null, null, null);
    }
}
