package vigie.store;

import java.time.Instant;
import vigie.model.Post;

/**
 * An accepted post as the index holds it.
 *
 * @param version broker append time of the event it was written from
 */
public record StoredPost(Post post, Instant version) {}
