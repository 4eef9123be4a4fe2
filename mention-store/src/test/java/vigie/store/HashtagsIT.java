package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vigie.trend.Trend;

/** Hashtags by use and by pace, with what is known of each. */
class HashtagsIT extends StoreIT {

    private static final MentionFilter LAST_DAY = MentionFilter.between(Said.NOON.minus(Duration.ofDays(1)), Said.NOON)
            .build();

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(store.hashtags(LAST_DAY, Hashtags.Order.TOP, 10).items()).isEmpty();
        assertThat(store.hashtags(LAST_DAY, Hashtags.Order.RISING, 10).items()).isEmpty();
    }

    @Test
    void theMostUsedComesFirstWithItsPastItsBeginningAndItsCompany() {
        var writes = new ArrayList<StoreWrite>();
        for (int i = 0; i < 5; i++) {
            writes.add(use("now" + i, Duration.ofHours(2 + i), "strike", i < 2 ? "train" : "station"));
        }
        writes.add(use("once", Duration.ofHours(3), "train"));
        writes.add(use("before", Duration.ofHours(30), "strike"));
        writes.add(use("long ago", Duration.ofDays(200), "strike"));
        writes.add(Said.of("other", "globex", Said.NOON.minus(Duration.ofDays(400)), "words")
                .tagged("strike")
                .write(1));
        write(writes);
        var acme = MentionFilter.between(LAST_DAY.from(), LAST_DAY.to())
                .brands(List.of("acme"))
                .build();
        var items = store.hashtags(acme, Hashtags.Order.TOP, 10).items();
        assertThat(items)
                .extracting(Hashtags.Item::hashtag)
                .startsWith("strike")
                .hasSize(3);
        var strike = items.get(0);
        assertThat(strike.mentions()).isEqualTo(5);
        assertThat(strike.before()).isEqualTo(1);
        assertThat(strike.firstAt()).isEqualTo(Said.NOON.minus(Duration.ofDays(200)));
        assertThat(strike.with())
                .containsExactly(new Hashtags.Companion("station", 3), new Hashtags.Companion("train", 2));
        assertThat(store.hashtags(acme, Hashtags.Order.TOP, 1).items()).hasSize(1);
    }

    @Test
    void whatWakesRisesAboveWhatIsAlwaysThere() {
        var writes = new ArrayList<StoreWrite>();
        for (int i = 0; i < 288; i++) {
            writes.add(use("steady" + i, Duration.ofMinutes(5 * i + 1), "monday"));
        }
        for (int i = 0; i < 12; i++) {
            writes.add(use("waking" + i, Duration.ofMinutes(i + 1), "outage"));
        }
        write(writes);
        var rising = store.hashtags(LAST_DAY, Hashtags.Order.RISING, 10).items();
        assertThat(rising).extracting(Hashtags.Item::hashtag).startsWith("outage");
        assertThat(store.hashtags(LAST_DAY, Hashtags.Order.TOP, 10).items())
                .extracting(Hashtags.Item::hashtag)
                .containsExactly("monday", "outage");
        var trend = Trend.NEW;
        double z = 0;
        for (long hits : List.of(2L, 5L, 5L)) {
            var step = trend.after(hits);
            trend = step.trend();
            z = step.z();
        }
        assertThat(rising.get(0).z()).isEqualTo(z);
        assertThat(rising.get(0).score()).isEqualTo(Trend.score(z));
        assertThat(rising.get(0).score())
                .isGreaterThan(rising.size() > 1 ? rising.get(1).score() : 0);
    }

    @Test
    void aPauseCountsAsSilence() {
        var hits = new TreeMap<Long, Long>();
        hits.put(100L, 10L);
        assertThat(HashtagStatistics.z(hits, 101)).isGreaterThan(HashtagStatistics.z(hits, 110));
        assertThat(HashtagStatistics.z(hits, 100)).isZero();
    }

    @Test
    void anImpossibleWishIsRefused() {
        assertThatThrownBy(() -> store.hashtags(LAST_DAY, Hashtags.Order.TOP, 51))
                .isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> Hashtags.Order.of("best")).isInstanceOf(RefusedRequest.class);
    }

    private static StoreWrite use(String id, Duration ago, String... tags) {
        return Said.of(id, "acme", Said.NOON.minus(ago), "words").tagged(tags).write(1);
    }
}
