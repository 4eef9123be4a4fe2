package vigie.analysis.story;

import vigie.model.Post;
import vigie.model.PostId;

/**
 * Gives every post the id of its story, so that a text copied a thousand times can be counted once. Deterministic and without memory:
 * the id is a hash of the words, with links, handles, case, white space and punctuation taken away. Which texts with other words tell
 * the same story is found by comparing, on {@link Shelves}.
 *
 * <p>A text of fewer than five words ("so true!") says nothing about being the same story, so it has a story of its own; a bare share
 * has that of the post it shares.
 */
public final class Stories {

    private static final int ENOUGH_WORDS = 5;

    private Stories() {}

    /** The story of a post by its exact words. */
    public static String of(Post post) {
        return id(post, words(post));
    }

    /** Everything by which the post's story can be found. */
    public static Telling told(Post post) {
        var words = words(post);
        var shared = post.repostOf();
        return new Telling(
                id(post, words),
                Sketch.of(words),
                post.postId(),
                shared == null ? null : PostId.of(post.platform(), shared),
                post.eventTime());
    }

    private static Words words(Post post) {
        return Words.of(post.title() == null ? post.text() : post.title() + "\n" + post.text());
    }

    private static String id(Post post, Words words) {
        if (words.count() >= ENOUGH_WORDS) {
            return id("text\n" + words.text());
        }
        var shared = post.repostOf();
        return id("post\n" + (shared == null ? post.postId() : PostId.of(post.platform(), shared)));
    }

    private static String id(String of) {
        return PostId.hash(of).substring(0, 16);
    }
}
