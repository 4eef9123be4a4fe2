package vigie.analysis.virality;

/**
 * How the engagement still to come relates to the present velocity on one platform: {@code κ · v15 · (age in hours)^γ}.
 *
 * @param kappa scale
 * @param gamma how much longer old posts go on; 0 where age says nothing
 */
public record Growth(double kappa, double gamma) {}
