package vigie.model;

import java.time.Instant;

/**
 * A list of mentions that people come back to.
 *
 * @param query what the page's address says after the question mark
 * @param owner who made it
 * @param shared whether everybody sees it, or its owner alone
 */
public record SavedView(String id, String name, String query, String owner, boolean shared, Instant at) {}
