package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vigie.model.Alert;
import vigie.model.Author;

/** What is erased is gone everywhere, stays gone, and nothing else goes with it. */
class ErasureIT extends StoreIT {

    @Test
    void anAccountsWordsLeaveMentionsAndPostsOfEveryMonth() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 2_500; i++) {
            var said = Said.of("m" + i, "acme", Said.NOON.minus(Duration.ofDays(i % 70)), "words")
                    .by(Author.of(i % 5 == 0 ? "kept" : "Gone"));
            writes.add(said.write(10));
            writes.add(said.published(10));
        }
        write(writes);
        assertThat(store.deleteAuthor("mastodon", "Gone", Said.NOON)).isEqualTo(new Erased(2_000, 2_000, 0));
        assertThat(store.summary(around().build()).mentions()).isEqualTo(500);
        assertThat(store.newestPosts(Said.NOON.minus(Duration.ofDays(200)), 1).matches())
                .isEqualTo(500);
        assertThat(ids(around().author("Gone").build())).isEmpty();
        // the whole past once more, as after a restart from an old offset
        write(writes);
        assertThat(store.summary(around().build()).mentions()).isEqualTo(500);
        assertThat(store.deleteAuthor("mastodon", "Gone", Said.NOON)).isEqualTo(new Erased(0, 0, 0));
    }

    @Test
    void aBrandTakesItsAlertsAlongAndCanComeBack() {
        var said = Said.of("1", "acme", Said.NOON, "words");
        write(
                said.write(10),
                Said.of("2", "globex", Said.NOON, "words").write(10),
                StoreWrite.alert(AlertsIT.alert("1", "acme", Said.NOON, Alert.Event.OPEN, Alert.MachineState.OPEN, 1)));
        assertThat(store.deleteBrand("acme", Said.NOON)).isEqualTo(new Erased(1, 0, 1));
        assertThat(store.alert("1")).isEmpty();
        write(said.write(Said.NOON.toEpochMilli() - 1));
        assertThat(ids(around().build())).containsExactly("2");
        write(said.write(Said.NOON.toEpochMilli() + 1));
        assertThat(ids(around().brands(java.util.List.of("acme")).build())).containsExactly("1");
    }

    @Test
    void onePostLeavesWithAllItsMentions() {
        var said = Said.of("1", "acme", Said.NOON, "words");
        write(
                said.write(1),
                Said.of("1", "globex", Said.NOON, "words").write(1),
                said.published(1),
                Said.of("2", "acme", Said.NOON, "words").write(1));
        assertThat(store.deletePost(said.post().postId(), Said.NOON)).isEqualTo(new Erased(2, 1, 0));
        assertThat(ids(around().build())).containsExactly("2");
    }

    @Test
    void erasingFromNothingErasesNothing() {
        assertThat(store.deleteBrand("acme", Said.NOON)).isEqualTo(new Erased(0, 0, 0));
    }
}
