package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.Author;
import vigie.model.Reach;
import vigie.model.SentimentLabel;

/** Counts are exact, over several shards and several months. */
class CountsIT extends StoreIT {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void anEmptyIndexCountsZero() {
        var filter = MentionFilter.between(Said.NOON, Said.NOON.plus(Duration.ofHours(1)))
                .build();
        assertThat(store.summary(filter).mentions()).isZero();
        assertThat(store.summary(filter).openAlerts()).isZero();
        assertThat(store.timeline(filter, "5m", ZoneOffset.UTC).buckets())
                .hasSize(12)
                .allMatch(b -> b.mentions() == 0);
        assertThat(store.breakdown(filter, Dimension.AUTHOR, 10).items()).isEmpty();
        assertThat(store.shareOfVoice(filter).items()).isEmpty();
        assertThat(store.stories(filter, TopStories.Order.MENTIONS, 10, Said.NOON)
                        .items())
                .isEmpty();
        assertThat(store.page(filter, MentionSort.RECENT, 10, null).total()).isZero();
        assertThat(store.newestPosts(Said.NOON, 10).matches()).isZero();
        assertThat(store.alert("none")).isEmpty();
    }

    @Test
    void aSummaryAddsUpAndComparesWithThePeriodBefore() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 40; i++) {
            writes.add(Said.of("now" + i, "acme", Said.NOON.plusSeconds(i), "words")
                    .by(Author.of("a" + i % 7))
                    .feeling(
                            i < 10
                                    ? SentimentLabel.NEGATIVE
                                    : i < 35 ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL,
                            0)
                    .spreading(0, new Reach(10, 100))
                    .write(1));
        }
        for (var i = 0; i < 29; i++) {
            writes.add(Said.of("before" + i, "acme", Said.NOON.minusSeconds(1 + i), "words")
                    .write(1));
        }
        writes.add(Said.of("edge", "acme", Said.NOON.plus(Duration.ofHours(1)), "words")
                .write(1));
        write(writes);
        var summary = store.summary(MentionFilter.between(Said.NOON, Said.NOON.plus(Duration.ofHours(1)))
                .build());
        assertThat(summary.mentions()).isEqualTo(40);
        assertThat(summary.sentiment()).isEqualTo(new SentimentCounts(10, 5, 25));
        assertThat(summary.netSentiment()).isEqualTo(37.5);
        assertThat(summary.brandHealth()).isEqualTo(2500.0 / 35);
        assertThat(summary.authors()).isEqualTo(7);
        assertThat(summary.reach()).isEqualTo(new Reach(400, 4000));
        assertThat(summary.engagement()).isEqualTo(240);
        assertThat(summary.previous().mentions()).isEqualTo(29);
        assertThat(summary.previous().netSentiment()).isNull();
        assertThat(summary.previous().brandHealth()).isNull();
    }

    @Test
    void storiesAreCountedAsWholes() {
        var start = Said.NOON.minus(Duration.ofHours(3));
        for (var i = 0; i < 6; i++) {
            write(Said.of("hoax" + i, "acme", start.plusSeconds(1800L * i), "the hoax, told " + i)
                    .by(new Author("a" + i / 2, "teller" + i, null, null, null))
                    .feeling(SentimentLabel.NEGATIVE, -1)
                    .spreading(i == 3 ? 80 : 10, new Reach(1, 10))
                    .in("en", "IE", "q1", "hoax")
                    .write(1));
        }
        write(
                Said.of("praise", "acme", Said.NOON.minusSeconds(60), "praise")
                        .spreading(5, new Reach(1, 2))
                        .in("en", "IE", "q1", "praise")
                        .write(1),
                Said.of("other", "globex", Said.NOON.minusSeconds(60), "hoax")
                        .in("en", "IE", "q1", "hoax")
                        .write(1));
        var filter = MentionFilter.between(start, Said.NOON.plus(Duration.ofHours(1)))
                .brands(List.of("acme"))
                .build();
        assertThat(store.summary(filter).stories()).isEqualTo(2);
        assertThat(store.summary(filter).previous().stories()).isZero();
        var stories =
                store.stories(filter, TopStories.Order.MENTIONS, 10, Said.NOON).items();
        assertThat(stories).extracting(TopStories.Item::story).containsExactly("hoax", "praise");
        var hoax = stories.get(0);
        assertThat(hoax.mentions()).isEqualTo(6);
        assertThat(hoax.negative()).isEqualTo(6);
        assertThat(hoax.authors()).isEqualTo(3);
        assertThat(hoax.reach()).isEqualTo(new Reach(6, 60));
        assertThat(hoax.first().at()).isEqualTo(start);
        assertThat(hoax.first().author()).isEqualTo("teller0");
        assertThat(hoax.exemplar().text()).isEqualTo("the hoax, told 3");
        // each post 2 engagements an hour, and two further tellings since eleven
        assertThat(hoax.virality().velocity()).isEqualTo(14);
        assertThat(hoax.virality().score())
                .isEqualTo(100 * 41.0 / 43 * Math.pow(14, 0.75) / (Math.pow(14, 0.75) + Math.pow(100, 0.75)));
        assertThat(stories.get(1).virality().velocity()).isEqualTo(2);
        assertThat(store.stories(filter, TopStories.Order.VELOCITY, 1, Said.NOON)
                        .items())
                .extracting(TopStories.Item::story)
                .containsExactly("hoax");
        assertThatThrownBy(() -> store.stories(filter, TopStories.Order.MENTIONS, 101, Said.NOON))
                .isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> TopStories.Order.of("size")).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void daysFollowTheZoneAlsoWhenClocksChange() {
        // on 29 March 2026 Paris has 23 hours
        write(
                Said.of("28", "acme", Instant.parse("2026-03-28T22:59:59Z"), "28th, 23:59:59")
                        .write(1),
                Said.of("29a", "acme", Instant.parse("2026-03-28T23:00:00Z"), "29th, 00:00")
                        .write(1),
                Said.of("29b", "acme", Instant.parse("2026-03-29T21:59:59Z"), "29th, 23:59:59")
                        .write(1),
                Said.of("30", "acme", Instant.parse("2026-03-29T22:00:00Z"), "30th, 00:00")
                        .write(1));
        var days = store.timeline(
                MentionFilter.between(Instant.parse("2026-03-27T23:00:00Z"), Instant.parse("2026-03-31T22:00:00Z"))
                        .build(),
                "1d",
                PARIS);
        assertThat(days.buckets())
                .extracting(b -> b.t().atZone(PARIS).toLocalDate().getDayOfMonth() + ":" + b.mentions())
                .containsExactly("28:1", "29:2", "30:1", "31:0");
    }

    @Test
    void stepsWithoutMentionsAreShownAndTooManyStepsRefused() {
        write(Said.of("1", "acme", Said.NOON.plusSeconds(7199), "words").write(1));
        var filter = MentionFilter.between(Said.NOON.plusSeconds(1), Said.NOON.plus(Duration.ofHours(3)))
                .build();
        assertThat(store.timeline(filter, "1h", ZoneOffset.UTC).buckets())
                .extracting(Timeline.Bucket::mentions)
                .containsExactly(0L, 1L, 0L);
        assertThatThrownBy(() -> store.timeline(filter.over(Instant.EPOCH, Said.NOON), "5m", ZoneOffset.UTC))
                .isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> store.timeline(filter, "1w", ZoneOffset.UTC)).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void fineCountsSayWhatTheTimelineSaysInEveryStep() {
        var random = new Random(5);
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 2_000; i++) {
            writes.add(Said.of("f" + i, "acme", Said.NOON.plusSeconds(random.nextInt(20 * 86_400)), "words")
                    .feeling(i % 3 == 0 ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL, 0)
                    .write(1));
        }
        write(writes);
        var filter = MentionFilter.between(Said.NOON.plusSeconds(7), Said.NOON.plus(Duration.ofDays(20)));
        var buckets = store.timeline(filter.build(), "5m", ZoneOffset.UTC).buckets();
        var step = Duration.ofMinutes(5);
        assertThat(store.counts(filter.build(), step))
                .containsExactly(
                        buckets.stream().mapToLong(Timeline.Bucket::mentions).toArray());
        assertThat(store.counts(filter.sentiment(SentimentLabel.NEGATIVE).build(), step))
                .containsExactly(
                        buckets.stream().mapToLong(Timeline.Bucket::negative).toArray());
        assertThatThrownBy(() -> store.counts(filter.build().over(Instant.EPOCH, Said.NOON), step))
                .isInstanceOf(RefusedRequest.class);
    }

    @Test
    void aBreakdownIsExactOverShardsMonthsAndManyValues() {
        var random = new Random(3);
        var expected = new HashMap<String, Long>();
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 6_000; i++) {
            var author = "a" + (int) (Math.abs(random.nextGaussian()) * 900);
            expected.merge("mastodon:" + author, 1L, Long::sum);
            writes.add(Said.of("m" + i, "acme", Said.NOON.minus(Duration.ofDays(random.nextInt(90))), "words")
                    .by(new Author(author, "Handle_" + author, null, null, null))
                    .write(1));
        }
        write(writes);
        var breakdown = store.breakdown(around().build(), Dimension.AUTHOR, 20);
        assertThat(breakdown.items()).hasSize(20);
        assertThat(breakdown.items()).allSatisfy(i -> assertThat(i.mentions()).isEqualTo(expected.get(i.key())));
        var least = breakdown.items().get(19).mentions();
        assertThat(expected.values().stream().filter(n -> n > least).count()).isLessThan(20);
        assertThat(breakdown.items().get(0).label()).startsWith("Handle_a");
        assertThat(breakdown.other())
                .isEqualTo(6_000
                        - breakdown.items().stream()
                                .mapToLong(Breakdown.Item::mentions)
                                .sum());
        assertThat(store.page(around().build(), MentionSort.RECENT, 1, null).total())
                .isEqualTo(6_000);
    }

    @Test
    void everyDimensionCanBeBrokenDownAndItsKeyFiltersBack() {
        write(Said.of("1", "acme", Said.NOON, "words")
                .by(new Author("42", "JeanneD", null, null, null))
                .on("x", "https://www.lemonde.fr/a")
                .tagged("Panne")
                .feeling(SentimentLabel.NEGATIVE, -1)
                .in("fr", "FR", "q2", "story-1")
                .write(1));
        write(Said.of("2", "globex", Said.NOON, "words").write(1));
        for (var by : Dimension.values()) {
            var item = store.breakdown(around().brands(List.of("acme")).build(), by, 10)
                    .items()
                    .get(0);
            assertThat(item.mentions()).isEqualTo(1);
            assertThat(item.negative()).isEqualTo(1);
            var filter = around();
            if (by == Dimension.SENTIMENT) {
                filter.sentiment(SentimentLabel.NEGATIVE);
            } else if (by == Dimension.PLATFORM) {
                filter.platform(item.key());
            } else if (by == Dimension.LANG) {
                filter.lang(item.key());
            } else if (by == Dimension.AUTHOR) {
                filter.author(item.key());
            } else if (by == Dimension.HASHTAG) {
                filter.hashtag(item.key());
            } else if (by == Dimension.QUERY) {
                filter.query(item.key());
            } else if (by == Dimension.COUNTRY) {
                filter.country(item.key());
            } else if (by == Dimension.SITE) {
                filter.site(item.key());
            } else {
                filter.story(item.key());
            }
            assertThat(ids(filter.build())).containsExactly("1");
        }
    }

    @Test
    void shareOfVoiceIsOfTheAskedBrands() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 10; i++) {
            writes.add(Said.of("m" + i, i < 3 ? "acme" : i < 9 ? "globex" : "unasked", Said.NOON, "words")
                    .write(1));
        }
        write(writes);
        var share =
                store.shareOfVoice(around().brands(List.of("acme", "globex")).build());
        assertThat(share.mentions()).isEqualTo(9);
        assertThat(share.items()).extracting(ShareOfVoice.Item::brand).containsExactly("globex", "acme");
        assertThat(share.items().get(1).share()).isEqualTo(100.0 / 3);
        assertThat(share.items().get(1).reach()).isEqualTo(new Reach(3, 6));
    }
}
