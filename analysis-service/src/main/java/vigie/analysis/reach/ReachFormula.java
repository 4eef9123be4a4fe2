package vigie.analysis.reach;

import java.util.Map;
import vigie.model.Post;
import vigie.model.Reach;

/**
 * Estimated reach = followers × the share of followers a post usually gets in front of, low and high by platform. No platform tells
 * the true number, so it is a range and its formula is shown; an author whose followers are unknown has no reach, never a guessed one.
 *
 * @param rates by platform; {@code otherwise} for all others
 */
public record ReachFormula(Map<String, Rate> rates, Rate otherwise) {

    /** One to ten in a hundred followers: the width of what social platforms' own reports show for unpaid posts. */
    public static final ReachFormula DEFAULT = new ReachFormula(Map.of(), new Rate(0.01, 0.10));

    public ReachFormula {
        rates = Map.copyOf(rates);
    }

    public Reach of(Post post) {
        var author = post.author();
        var followers = author == null ? null : author.followers();
        if (followers == null || followers <= 0) {
            return Reach.UNKNOWN;
        }
        var rate = rates.getOrDefault(post.platform(), otherwise);
        return new Reach((long) Math.floor(followers * rate.low()), (long) Math.ceil(followers * rate.high()));
    }

    /** Shares of the followers, 0 to 1. */
    public record Rate(double low, double high) {
        public Rate {
            if (!(low >= 0 && low <= high && high <= 1)) {
                throw new IllegalArgumentException("a reach rate needs 0 <= low <= high <= 1");
            }
        }
    }
}
