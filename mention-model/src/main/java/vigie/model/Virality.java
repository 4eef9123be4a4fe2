package vigie.model;

/**
 * How fast a post spreads now, and a rough idea of how far it will go.
 *
 * @param score 0 to 100
 * @param velocity engagements per hour over the last quarter hour, weighted
 * @param momentum velocity of 15 minutes against 60; from 1.2 "accelerating"
 * @param further expected further engagements, a rough middle
 */
public record Virality(double score, double velocity, double momentum, double further) {
    public static final Virality NONE = new Virality(0, 0, 1, 0);
}
