package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.Author;
import vigie.model.Reach;
import vigie.model.SentimentLabel;

/** No value means anything but itself, and none loses a document. */
class HostileIT extends StoreIT {

    private static final List<String> VALUES = List.of(
            "*:*",
            "**",
            "??",
            "\"",
            "'",
            "\\",
            "a\" OR \"b",
            "{\"match_all\":{}}",
            "a/b//c",
            "..",
            "_all",
            " ",
            "\u0000\u0001\u001F\u007F",
            "\r\n",
            "\ud83d",
            "a\udc00b",
            "\u202Edef",
            "é́́́",
            "x".repeat(50_000),
            "é".repeat(50_000),
            "\uD83D\uDE21".repeat(20_000));

    @Test
    void aHostileValueFindsExactlyItself() {
        var writes = new ArrayList<StoreWrite>();
        for (var value : VALUES) {
            writes.add(hostile(value).write(1));
            writes.add(hostile(value).published(1));
        }
        assertThat(write(writes)).allMatch(BulkResult.Ok.class::isInstance);
        for (var value : VALUES) {
            for (var filter : List.of(
                    around().brands(List.of(value)),
                    around().platform(value),
                    around().lang(value),
                    around().author(value),
                    around().hashtag(value),
                    around().query(value),
                    around().country(value),
                    around().story(value))) {
                assertThat(store.page(filter.build(), MentionSort.RECENT, 10, null)
                                .items())
                        .extracting(StoredMention::text)
                        .containsExactly(WellFormed.of(value));
            }
            assertThat(store.page(around().site(value).build(), MentionSort.RECENT, 10, null)
                            .total())
                    .isLessThanOrEqualTo(1);
            assertThat(store.mention(hostile(value).mentionId())).isPresent();
        }
        for (var by : Dimension.values()) {
            var items = store.breakdown(around().build(), by, 100).items();
            if (by != Dimension.SENTIMENT && by != Dimension.SITE) {
                assertThat(items).hasSize(VALUES.size());
            }
        }
        assertThat(store.newestPosts(Said.NOON, 10).matches()).isEqualTo(VALUES.size());
        for (var value : VALUES) {
            assertThat(store.deleteAuthor(value, value, Said.NOON)).isEqualTo(new Erased(1, 1, 0));
        }
    }

    private static Said hostile(String value) {
        return new Said(
                value,
                value,
                Said.NOON,
                value,
                value,
                value,
                value,
                new Author(value, value, value, 1L, value),
                List.of(value),
                value,
                SentimentLabel.NEUTRAL,
                0,
                0,
                new Reach(0, 0),
                value,
                value,
                value);
    }

    @Test
    void aBatchLargerThanOneRequestIsWrittenWhole() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 40; i++) {
            writes.add(Said.of("m" + i, "acme", Said.NOON, "x ".repeat(300_000) + i)
                    .write(1));
        }
        assertThat(write(writes)).hasSize(40).allMatch(BulkResult.Ok.class::isInstance);
        assertThat(store.summary(around().build()).mentions()).isEqualTo(40);
    }

    @Test
    void aDocumentThatCannotBeIsNamedAndTheOthersAreKept() {
        var impossible = Said.of("bad", "acme", Said.NOON, "words").spreading(Double.NaN, new Reach(0, 0));
        var items = write(
                Said.of("1", "acme", Said.NOON, "words").write(1),
                impossible.write(1),
                Said.of("2", "acme", Said.NOON, "words").write(1));
        assertThat(items.get(1))
                .isInstanceOfSatisfying(
                        BulkResult.Rejected.class,
                        r -> assertThat(r.reason())
                                .contains("document_parsing_exception")
                                .doesNotContain("words"));
        assertThat(ids(around().build())).containsExactlyInAnyOrder("1", "2");
    }
}
