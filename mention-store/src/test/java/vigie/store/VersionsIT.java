package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.SentimentLabel;

/** Whatever order writes arrive in, and however often, the index ends with the newest. */
class VersionsIT extends StoreIT {

    private static final BulkResult.Item OK = new BulkResult.Ok();
    private static final BulkResult.Item STALE = new BulkResult.Stale();

    @Test
    void aRepeatIsHarmlessAndAnOlderWriteIsStale() {
        var said = Said.of("1", "acme", Said.NOON, "first words");
        assertThat(write(said.write(10))).containsExactly(OK);
        assertThat(write(said.write(10))).containsExactly(OK);
        assertThat(write(said.feeling(SentimentLabel.NEGATIVE, -1).write(9))).containsExactly(STALE);
        assertThat(only().sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(write(said.feeling(SentimentLabel.POSITIVE, 1).write(11))).containsExactly(OK);
        assertThat(only().sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void aWithdrawnMentionStaysAwayWhenAnOlderVersionIsRepeated() {
        var said = Said.of("1", "acme", Said.NOON, "words");
        write(said.write(10), StoreWrite.mention(said.withdrawn(11)));
        assertThat(ids(around().build())).isEmpty();
        assertThat(write(said.write(10))).containsExactly(STALE);
        assertThat(ids(around().build())).isEmpty();
        assertThat(write(said.write(12))).containsExactly(OK);
        assertThat(ids(around().build())).containsExactly("1");
    }

    @Test
    void anyOrderOfWritesEndsTheSame() {
        var random = new Random(7);
        for (var round = 0; round < 5; round++) {
            var id = "r" + round;
            var writes = new ArrayList<StoreWrite>();
            for (var version = 1; version <= 20; version++) {
                var said = Said.of(id, "acme", Said.NOON, "version " + version);
                writes.add(version % 5 == 0 ? StoreWrite.mention(said.withdrawn(version)) : said.write(version));
            }
            writes.add(Said.of(id, "acme", Said.NOON, "the last").write(21));
            writes.addAll(writes.subList(3, 12));
            Collections.shuffle(writes, random);
            write(writes);
            assertThat(store.mention(Said.of(id, "acme", Said.NOON, "").mentionId()))
                    .map(StoredMention::text)
                    .hasValue("the last");
        }
    }

    @Test
    void aPostWhoseDateChangesMovesToItsNewMonth() {
        var march = Said.of("1", "acme", Instant.parse("2026-03-31T23:59:59Z"), "an early date");
        var april = Said.of("1", "acme", Instant.parse("2026-04-01T00:00:00Z"), "the true date");
        write(march.published(10));
        assertThat(write(april.published(11))).containsExactly(OK);
        assertThat(texts()).containsExactly("the true date");
        assertThat(write(march.published(10))).containsExactly(STALE);
        assertThat(texts()).containsExactly("the true date");
    }

    @Test
    void aMovedPostIsFoundByAStoreThatNeverSawIt() {
        write(Said.of("1", "acme", Instant.parse("2026-03-31T12:00:00Z"), "before")
                .published(10));
        var other = open(SETTINGS.withPrefix(prefix));
        other.bulk(List.of(Said.of("1", "acme", Instant.parse("2026-04-02T12:00:00Z"), "after")
                .published(11)));
        store.refresh();
        assertThat(texts()).containsExactly("after");
        open(SETTINGS.withPrefix(prefix))
                .bulk(List.of(Said.of("1", "acme", Instant.parse("2026-04-02T12:00:00Z"), "")
                        .deleted(12)));
        store.refresh();
        assertThat(texts()).isEmpty();
    }

    @Test
    void aDeletedPostLeavesEvenWhenItWasWrittenAMomentAgo() {
        var said = Said.of("1", "acme", Said.NOON, "soon gone");
        write(said.published(10), said.deleted(11));
        assertThat(texts()).isEmpty();
        write(said.published(10));
        assertThat(texts()).isEmpty();
    }

    @Test
    void mentionsLiveInTheMonthOfTheirFirstTime() {
        write(
                Said.of("1", "acme", Instant.parse("2026-02-28T23:59:59Z"), "february")
                        .write(1),
                Said.of("2", "acme", Instant.parse("2026-03-01T00:00:00Z"), "march")
                        .write(1));
        var february = MentionFilter.between(
                        Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"))
                .build();
        assertThat(ids(february)).containsExactly("1");
        assertThat(ids(february.over(february.to(), february.to().plus(Duration.ofDays(1)))))
                .containsExactly("2");
    }

    @Test
    void anUnreachableServerIsAReasonToWaitNotToGiveUp() {
        var nobody = open(StoreSettings.of(URI.create("http://127.0.0.1:1")));
        assertThat(nobody.ready()).isFalse();
        assertThatThrownBy(() -> nobody.bulk(
                        List.of(Said.of("1", "acme", Said.NOON, "words").write(1))))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(store.ready()).isTrue();
    }

    private StoredMention only() {
        return store.page(around().build(), MentionSort.RECENT, 10, null)
                .items()
                .get(0);
    }

    private List<String> texts() {
        return store.newestPosts(Said.NOON.minus(Duration.ofDays(200)), 100).samples().stream()
                .map(vigie.model.Post::text)
                .toList();
    }
}
