package vigie.store;

import java.util.List;
import vigie.model.Reach;

/**
 * Whom mentions may have reached, with everything it is computed from. Accounts whose followers are not known are counted and add
 * nothing: a guess would be the largest part of the figure.
 *
 * @param potential followers of all known accounts, each account once with its most; people who follow several count several times
 * @param reach over all mentions, each counted
 * @param withFollowers mentions whose author's followers are known
 * @param accountsWithFollowers accounts of which that is known at least once
 * @param platforms the same by platform, the largest reach first
 */
public record Audience(
        long potential,
        Reach reach,
        long mentions,
        long withFollowers,
        long accounts,
        long accountsWithFollowers,
        List<Platform> platforms) {

    public Audience {
        platforms = List.copyOf(platforms);
    }

    /**
     * @param followers of the authors of all its mentions together, an account as often as it speaks
     * @param rate parts of the followers whom a post reaches; {@code reach} is their number times these
     */
    public record Platform(
            String platform, long mentions, long withFollowers, long followers, Rate rate, Reach reach) {}

    /** Parts of the followers, 0 to 1, as they were when the mentions were analysed. */
    public record Rate(double low, double high) {

        static Rate of(Reach reach, long followers) {
            return followers == 0
                    ? new Rate(0, 0)
                    : new Rate((double) reach.low() / followers, (double) reach.high() / followers);
        }
    }
}
