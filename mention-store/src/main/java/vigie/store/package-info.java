/**
 * The searchable memory: what is in Elasticsearch, how it gets there, and every question asked of it.
 *
 * <p>{@link vigie.store.MentionStore} is the one door. Mappings and requests live here and nowhere else; callers see records of this
 * package and of {@code vigie.model}, and two exceptions: {@link vigie.store.StoreUnavailable} (try again later) and {@link
 * vigie.store.RefusedRequest} (the caller asked for something that cannot be).
 */
@NullMarked
package vigie.store;

import org.jspecify.annotations.NullMarked;
