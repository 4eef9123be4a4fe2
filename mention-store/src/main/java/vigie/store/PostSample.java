package vigie.store;

import java.util.List;
import vigie.model.Post;

/**
 * What a query would have caught.
 *
 * @param matches how many accepted posts, exactly
 * @param samples the newest of them
 */
public record PostSample(long matches, List<Post> samples) {
    public PostSample {
        samples = List.copyOf(samples);
    }
}
