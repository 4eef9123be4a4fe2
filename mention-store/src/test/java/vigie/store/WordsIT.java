package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
                .contains("donnees", "leaked", "donnees leaked", "#acmeleak")
                .doesNotContain("the", "acme", "train", "acmeleak");
        assertThat(emerging)
                .filteredOn(i -> i.term().startsWith("donnees"))
                .hasSize(2)
                .allSatisfy(i -> {
                    assertThat(i.mentions()).isEqualTo(12);
                    assertThat(i.negative()).isEqualTo(12);
                    assertThat(i.before()).isZero();
                    assertThat(i.score()).isPositive();
                });
        assertThat(store.emerging(filter.over(Instant.EPOCH, Said.NOON), 10).items())
                .isEmpty();
    }

    @Test
    void ofABusyBrandASampleProposesAndEverythingIsCounted() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 1_500; i++) {
            writes.add(Said.of("past" + i, "acme", Said.NOON.minus(Duration.ofMinutes(1 + i)), "on board, word" + i)
                    .write(1));
        }
        for (var i = 0; i < 2_500; i++) {
            var text = i % 10 == 0 ? "a new outage, word" + i : "on board, word" + i;
            writes.add(
                    Said.of("now" + i, "acme", Said.NOON.plusSeconds(i), text).write(1));
        }
        write(writes);
        var filter = MentionFilter.between(Said.NOON, Said.NOON.plus(Duration.ofHours(1)))
                .build();
        assertThat(store.emerging(filter, 3).items())
                .filteredOn(i -> i.term().equals("outage"))
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.mentions()).isEqualTo(250);
                    assertThat(i.before()).isZero();
                });
    }

    @Test
    void aHashtagAndItsWordAreOneTermAndAPhraseIsNotCutIntoPieces() {
        var writes = new ArrayList<>(aQuietMonth());
        for (var i = 0; i < 30; i++) {
            var text =
                    i % 2 == 0 ? "Encore une grève demain, train numero" + i : "la #grève continue, train numero" + i;
            writes.add(said("strike" + i, i, text, SentimentLabel.NEGATIVE));
            writes.add(said(
                    "leak" + i, i, "voiture neuf : une grosse fuite de données clients, " + i, SentimentLabel.NEUTRAL));
        }
        write(writes);
        var emerging = store.emerging(today().build(), 50).items();
        assertThat(emerging).filteredOn(i -> i.term().contains("greve")).first().satisfies(i -> {
            assertThat(i.term()).isEqualTo("greve");
            assertThat(i.forms()).containsExactly("greve", "#greve");
            assertThat(i.mentions()).isEqualTo(30);
        });
        assertThat(emerging)
                .extracting(Emerging.Item::term)
                .contains("fuite de donnees", "donnees", "fuite")
                .doesNotContain("#greve", "grosse fuite", "donnees clients", "une", "encore");
    }

    @Test
    void whatIsNewAmongTheAngryIsComparedWithTheAngryOfBefore() {
        var writes = new ArrayList<>(aQuietMonth());
        for (var i = 0; i < 20; i++) {
            writes.add(said("angry" + i, i, "remboursement refusé, numero" + i, SentimentLabel.NEGATIVE));
            writes.add(said("glad" + i, i, "quel magnifique sourire, numero" + i, SentimentLabel.POSITIVE));
        }
        write(writes);
        var angry = store.emerging(today().sentiment(SentimentLabel.NEGATIVE).build(), 50)
                .items();
        assertThat(angry)
                .extracting(Emerging.Item::term)
                .contains("remboursement")
                .doesNotContain("sourire", "retard");
        assertThat(angry).allSatisfy(i -> assertThat(i.negative()).isEqualTo(i.mentions()));
        var of = store.emerging(today().brands(List.of("globex")).build(), 50).items();
        assertThat(of).isEmpty();
    }

    /** Of a brand whose angry mentions are always about delays. */
    private static List<StoreWrite> aQuietMonth() {
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < 300; i++) {
            var at = Said.NOON.minus(Duration.ofHours(1 + i));
            var angry = i % 3 == 0;
            writes.add(Said.of(
                            "past" + i,
                            "acme",
                            at,
                            angry ? "encore du retard, train" + i : "le train est là, merci" + i)
                    .feeling(angry ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL, 0)
                    .write(1));
        }
        return writes;
    }

    private static StoreWrite said(String id, int seconds, String text, SentimentLabel label) {
        return Said.of(id, "acme", Said.NOON.plusSeconds(seconds), text)
                .feeling(label, 0)
                .write(1);
    }

    private static MentionFilter.Builder today() {
        return MentionFilter.between(Said.NOON, Said.NOON.plus(Duration.ofHours(1)));
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
