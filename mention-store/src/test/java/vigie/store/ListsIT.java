package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigie.model.Author;
import vigie.model.Reach;
import vigie.model.SentimentLabel;

/** A list shows what its filter says, in its order, every mention once. */
class ListsIT extends StoreIT {

    @Test
    void eachPartOfAFilterNarrows() {
        var other = Said.of("other", "globex", Said.NOON.minusSeconds(60), "other");
        var wanted = Said.of("wanted", "acme", Said.NOON, "wanted")
                .by(new Author("42", "JeanneD", "Jeanne", 10L, null))
                .on("x", "https://www.lemonde.fr/a?b=c")
                .tagged("GâteauBasque")
                .feeling(SentimentLabel.NEGATIVE, -0.5)
                .spreading(70, new Reach(5, 9))
                .in("fr", "FR", "q2", "story-1");
        write(other.write(1), wanted.write(1));
        assertThat(ids(around().build())).containsExactly("wanted", "other");
        Stream.of(
                        around().brands(List.of("acme")),
                        around().sentiment(SentimentLabel.NEGATIVE),
                        around().platform("X"),
                        around().lang("fr"),
                        around().author("42"),
                        around().author("@jeanned"),
                        around().author("x:42"),
                        around().hashtag("#gâteaubasque"),
                        around().query("q2"),
                        around().country("fr"),
                        around().story("story-1"),
                        around().site("lemonde.fr"),
                        around().site("www.lemonde.fr"),
                        around().minVirality(70.0))
                .forEach(filter -> assertThat(ids(filter.build())).containsExactly("wanted"));
        Stream.of(
                        around().brands(List.of()),
                        around().brands(List.of("acme")).platform("mastodon"),
                        around().site("monde.fr"),
                        around().minVirality(70.1))
                .forEach(filter -> assertThat(ids(filter.build())).isEmpty());
    }

    @Test
    void aPeriodHasItsBeginningAndNotItsEnd() {
        write(
                Said.of("begin", "acme", Said.NOON, "begin").write(1),
                Said.of("end", "acme", Said.NOON.plusSeconds(60), "end").write(1));
        assertThat(ids(MentionFilter.between(Said.NOON, Said.NOON.plusSeconds(60))
                        .build()))
                .containsExactly("begin");
        assertThatThrownBy(() -> MentionFilter.between(Said.NOON, Said.NOON).build())
                .isInstanceOfSatisfying(
                        RefusedRequest.class, e -> assertThat(e.field()).isEqualTo("to"));
    }

    @ParameterizedTest
    @EnumSource(MentionSort.class)
    void everyMentionIsListedOnceEvenWithTies(MentionSort sort) {
        many(57);
        var seen = new ArrayList<StoredMention>();
        String cursor = null;
        do {
            var page = store.page(around().build(), sort, 10, cursor);
            assertThat(page.total()).isEqualTo(57);
            seen.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null);
        assertThat(seen).extracting(StoredMention::id).doesNotHaveDuplicates().hasSize(57);
        assertThat(seen).isSortedAccordingTo((a, b) -> compare(sort, a, b));
    }

    private static int compare(MentionSort sort, StoredMention a, StoredMention b) {
        var first = sort == MentionSort.VIRAL
                ? Double.compare(b.virality().score(), a.virality().score())
                : sort == MentionSort.REACH
                        ? Long.compare(b.reach().high(), a.reach().high())
                        : sort == MentionSort.NEGATIVE
                                ? Double.compare(
                                        a.sentiment().score(), b.sentiment().score())
                                : 0;
        if (first != 0) {
            return first;
        }
        var older = a.eventTime().compareTo(b.eventTime());
        var recent = sort == MentionSort.OLDEST ? older : -older;
        return recent != 0 ? recent : a.mentionId().compareTo(b.mentionId());
    }

    @Test
    void newMentionsDoNotDisturbAListBeingRead() {
        many(30);
        var before = new HashSet<>(ids(around().build()));
        var seen = new ArrayList<String>();
        String cursor = null;
        var arriving = 0;
        do {
            var page = store.page(around().build(), MentionSort.RECENT, 7, cursor);
            page.items().forEach(m -> seen.add(m.id()));
            cursor = page.cursor();
            arriving++;
            write(Said.of("late" + arriving, "acme", Said.NOON.plus(Duration.ofDays(arriving)), "late")
                    .write(1));
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aDamagedOrForeignCursorIsRefused() {
        many(11);
        var cursor = store.page(around().build(), MentionSort.RECENT, 10, null).cursor();
        assertThat(cursor).isNotNull();
        var forged = Base64.getUrlEncoder().encodeToString("000000000000recent\n1\nx".getBytes(StandardCharsets.UTF_8));
        for (var bad :
                List.of("", "x", "%%%", cursor.substring(3), cursor + "AA", forged, "A".repeat(50_000), "\ud800")) {
            assertRefused(MentionSort.RECENT, bad);
        }
        assertRefused(MentionSort.VIRAL, cursor);
    }

    private void assertRefused(MentionSort sort, String cursor) {
        assertThatThrownBy(() -> store.page(around().build(), sort, 10, cursor))
                .isInstanceOfSatisfying(
                        RefusedRequest.class, e -> assertThat(e.field()).isEqualTo("cursor"));
    }

    @Test
    void aMentionIsReadBackAsItWasWritten() {
        var said = Said.of("1", "acme", Said.NOON, "some\n\"words\" \u0001 \uD83D\uDE21")
                .titled("title")
                .by(new Author("42", "JeanneD", "Jeanne", 10L, "Paris"))
                .on("x", "https://x.example/1")
                .in("fr", "FR", "q2", "story-1");
        write(said.write(1));
        assertThat(store.mention(said.mentionId())).hasValue(StoredMention.of(said.mention(1)));
        assertThat(store.mention("nothing")).isEmpty();
    }

    private void many(int n) {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < n; i++) {
            writes.add(Said.of("m" + i, "acme", Said.NOON.minus(Duration.ofDays(i % 9 * 10L)), "words")
                    .feeling(SentimentLabel.NEUTRAL, (i % 3 - 1) / 3.0)
                    .spreading(i % 4 / 7.0, new Reach(0, i % 5))
                    .write(1));
        }
        write(writes);
    }
}
