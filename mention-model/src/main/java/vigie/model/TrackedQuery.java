package vigie.model;

/** A boolean query of a brand, in the language of {@code vigie.query}. */
public record TrackedQuery(String id, String name, String query) {}
