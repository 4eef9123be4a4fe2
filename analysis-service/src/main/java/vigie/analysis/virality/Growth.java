package vigie.analysis.virality;

import org.jspecify.annotations.Nullable;

/**
 * How posts spread on one platform. The engagement still to come is {@code κ · v15 · (age in hours)^γ}.
 *
 * @param kappa scale
 * @param gamma how much longer old posts go on; 0 where age says nothing
 * @param looks polling intervals over which a post's newest reactions are held together for its score; absent: two, as for the slow
 *     window
 */
public record Growth(double kappa, double gamma, @Nullable Double looks) {

    private static final double USUAL_LOOKS = 2;

    public Growth(double kappa, double gamma) {
        this(kappa, gamma, null);
    }

    double looksOrUsual() {
        return looks == null ? USUAL_LOOKS : looks;
    }
}
