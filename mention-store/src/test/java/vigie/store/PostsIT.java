package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.model.Author;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.model.PostId;
import vigie.query.Exclusions;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;

class PostsIT extends StoreIT {

    private static final Instant NOON = Said.NOON;

    @Test
    void everyPostIsMetOnceHoweverSmallThePages() {
        var writes = new ArrayList<StoreWrite>();
        for (int i = 0; i < 25; i++) {
            writes.add(published(Post.of("x", "p" + i, NOON.plusSeconds(i / 3), "acme " + i), 1_000 + i));
        }
        writes.add(published(Post.of("x", "late", NOON.plus(Duration.ofDays(1)), "acme later"), 1));
        write(writes);
        var filter = filter(List.of(set("acme")), List.of());
        var met = new ArrayList<String>();
        String cursor = null;
        do {
            var page = store.posts(filter, 4, cursor);
            assertThat(page.total()).isEqualTo(25);
            page.items().forEach(item -> {
                met.add(item.post().id());
                assertThat(item.version().toEpochMilli())
                        .isEqualTo(1_000 + Integer.parseInt(item.post().id().substring(1)));
            });
            cursor = page.cursor();
        } while (cursor != null);
        assertThat(met).hasSize(25).doesNotHaveDuplicates().startsWith("p24");
    }

    @Test
    void twoSetsAreComparedByWhatEachCatches() {
        write(List.of(
                published(Post.of("x", "both", NOON, "acme bank"), 1),
                published(Post.of("x", "old", NOON, "acme river"), 1),
                published(Post.of("x", "new", NOON, "a bank"), 1)));
        assertThat(found(filter(List.of(set("bank")), List.of(set("acme"))))).containsExactly("new");
        assertThat(found(filter(List.of(set("acme")), List.of(set("bank"))))).containsExactly("old");
        assertThat(found(filter(List.of(set("acme"), set("bank")), List.of()))).containsExactly("both");
        assertThat(found(filter(List.of(set("river", "\"a bank\"")), List.of())))
                .containsExactlyInAnyOrder("old", "new");
        assertThat(found(filter(List.of(set()), List.of()))).isEmpty();
        assertThat(found(filter(List.of(set("acme")), List.of(set())))).hasSize(2);
    }

    @Test
    void excludedSitesAndAuthorsAreNotCaught() {
        write(List.of(
                published(by("1", "7", "https://blog.acme.example/a"), 1),
                published(by("2", "7", "https://other.example/a"), 1),
                published(by("3", "8", "https://other.example/b"), 1)));
        var query = parsed("acme");
        var wanted = new QuerySet(List.of(query), new Exclusions(Set.of("acme.example"), Set.of("x:8")));
        assertThat(found(filter(List.of(wanted), List.of()))).containsExactly("2");
    }

    @Test
    void postsAndMentionsAreFoundByTheirIds() {
        var said = Said.of("1", "acme", NOON, "acme is here");
        write(said.write(5), said.published(4));
        assertThat(store.mentionsById(List.of(said.mentionId(), PostId.mention("x:none", "acme"))))
                .extracting(StoredMention::mentionId)
                .containsExactly(said.mentionId());
        assertThat(store.postsById(List.of(said.post().postId(), "x:none")))
                .containsExactly(new StoredPost(said.post(), Instant.ofEpochMilli(4)));
        assertThat(store.postsById(List.of())).isEmpty();
    }

    @Test
    void aPostMatchedAgainWritesNothing() {
        var post = Post.of("x", "1", NOON, "acme");
        write(published(post, 10));
        write(StoreWrite.post(
                new PostEvent.Rematched(
                        Post.of("x", "1", NOON, "older words"), Instant.ofEpochMilli(5), NOON, "rematch", "acme"),
                20));
        assertThat(store.postsById(List.of("x:1"))).containsExactly(new StoredPost(post, Instant.ofEpochMilli(10)));
    }

    private List<String> found(PostFilter filter) {
        return store.posts(filter, 100, null).items().stream()
                .map(item -> item.post().id())
                .toList();
    }

    private static PostFilter filter(List<QuerySet> caught, List<QuerySet> missed) {
        return new PostFilter(NOON.minusSeconds(60), NOON.plusSeconds(60), caught, missed);
    }

    private static QuerySet set(String... queries) {
        return new QuerySet(List.of(queries).stream().map(PostsIT::parsed).toList(), Exclusions.NONE);
    }

    private static Query parsed(String query) {
        return QueryParser.parse(query, Scope.TRACKING).query();
    }

    private static StoreWrite published(Post post, long version) {
        return StoreWrite.post(new PostEvent.Published(post, NOON, "test"), version);
    }

    private static Post by(String id, String author, String url) {
        return new Post(
                id,
                "x",
                url,
                NOON,
                null,
                null,
                "acme",
                null,
                Author.of(author),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }
}
