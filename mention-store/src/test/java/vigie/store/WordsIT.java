package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vigie.model.SentimentLabel;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;

/** What is asked of words beyond matching: what is new, what a query would catch, and how wide a pattern may be. */
class WordsIT extends StoreIT {

    @Test
    void whatWasNotSaidBeforeEmergesAndWhatIsAlwaysSaidDoesNot() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 200; i++) {
            writes.add(Said.of("past" + i, "acme", Said.NOON.minus(Duration.ofHours(1 + i)), "the Acme train, word" + i)
                    .write(1));
        }
        for (var i = 0; i < 40; i++) {
            var text = i < 12 ? "Acme: the Données leaked! #AcmeLeak" : "the Acme train, word" + i;
            writes.add(Said.of("now" + i, "acme", Said.NOON.plusSeconds(i), text)
                    .feeling(i < 12 ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL, 0)
                    .write(1));
        }
        write(writes);
        var filter = MentionFilter.between(Said.NOON, Said.NOON.plus(Duration.ofHours(1)))
                .build();
        var emerging = store.emerging(filter, 10).items();
        assertThat(emerging)
                .extracting(Emerging.Item::term)
                .contains("donnees", "leaked", "#acmeleak")
                .doesNotContain("the", "acme", "train");
        assertThat(emerging).filteredOn(i -> i.term().equals("donnees")).allSatisfy(i -> {
            assertThat(i.mentions()).isEqualTo(12);
            assertThat(i.negative()).isEqualTo(12);
            assertThat(i.before()).isZero();
        });
        assertThat(store.emerging(filter.over(Instant.EPOCH, Said.NOON), 10).items())
                .isEmpty();
    }

    @Test
    void aQueryIsTriedOnAllAcceptedPosts() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 30; i++) {
            writes.add(Said.of("p" + i, "acme", Said.NOON.plusSeconds(i), i % 3 == 0 ? "late again" : "on time")
                    .published(1));
        }
        write(writes);
        var caught = store.postsMatching(parse("\"late again\" AND NOT early"), Said.NOON.plusSeconds(3), 2);
        assertThat(caught.matches()).isEqualTo(9);
        assertThat(caught.samples()).extracting(vigie.model.Post::id).containsExactly("p27", "p24");
    }

    @Test
    void aPatternMayStandForThousandsOfWords() {
        manyWords();
        assertThat(total("abc*")).isEqualTo(60);
        assertThat(total("abc* NEAR/2 def")).isEqualTo(1);
        assertThat(total("def ONEAR/1 abc*")).isEqualTo(1);
    }

    private long total(String query) {
        return store.page(around().q(parse(query)).build(), MentionSort.RECENT, 1, null)
                .total();
    }

    private void manyWords() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 60; i++) {
            var text = new StringBuilder(i == 0 ? "def " : "");
            for (var j = 0; j < 200; j++) {
                text.append("abc%05d ".formatted(i * 200 + j));
            }
            writes.add(Said.of("m" + i, "acme", Said.NOON, text.toString()).write(1));
        }
        write(writes);
    }

    private static Query parse(String source) {
        var query = QueryParser.parse(source, Scope.SEARCH).query();
        assertThat(query).as(source).isNotNull();
        return query;
    }
}
