package vigie.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a post. A {@link Published} of a known post is a repeat or an edit: the reader decides by content, so that a
 * source that cannot tell may always say "published".
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PostEvent.Published.class, name = "published"),
    @JsonSubTypes.Type(value = PostEvent.Edited.class, name = "edited"),
    @JsonSubTypes.Type(value = PostEvent.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = PostEvent.Rematched.class, name = "rematched")
})
public sealed interface PostEvent {

    /** {@code platform:id} of the post concerned. */
    String postId();

    /** When Vigie took it in. */
    Instant arrivedAt();

    /** Which source brought it: {@code push}, {@code import}, {@code rss:<name>} … */
    String source();

    record Published(Post post, Instant arrivedAt, String source) implements PostEvent {
        @Override
        public String postId() {
            return post.postId();
        }
    }

    record Edited(Post post, Instant arrivedAt, String source) implements PostEvent {
        @Override
        public String postId() {
            return post.postId();
        }
    }

    record Deleted(String platform, String id, Instant arrivedAt, String source) implements PostEvent {
        @Override
        public String postId() {
            return PostId.of(platform, id);
        }
    }

    /**
     * A stored post to be compared once more with what a brand tracks now. It says nothing new of the post, and nothing at all if the
     * post was edited or deleted since.
     *
     * @param version broker append time of the event it was stored from
     * @param brand whose queries are asked; the history of all others stays as it is
     */
    record Rematched(
            Post post,
            Instant version,
            Instant arrivedAt,
            String source,
            @Nullable String brand) implements PostEvent {
        @Override
        public String postId() {
            return post.postId();
        }
    }
}
