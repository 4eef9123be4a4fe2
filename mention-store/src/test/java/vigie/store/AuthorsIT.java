package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vigie.model.Author;
import vigie.model.Reach;
import vigie.model.SentimentLabel;

/** Who speaks: roles by the side they take, influence by what is known. */
class AuthorsIT extends StoreIT {

    private static final MentionFilter WEEK = MentionFilter.between(
                    Said.NOON.minus(Duration.ofDays(7)), Said.NOON.plusSeconds(1))
            .build();

    @Test
    void rolesFollowTheSideThatIsTakenAndInfluenceWhatIsKnown() {
        var writes = new ArrayList<StoreWrite>();
        say(writes, new Author("angry", "angry", null, 1_000L, null), SentimentLabel.NEGATIVE, 4);
        say(writes, new Author("fan", "fan", null, 1_000_000L, null), SentimentLabel.POSITIVE, 3);
        say(writes, new Author("quiet", null, "Quiet One", null, null), SentimentLabel.NEGATIVE, 2);
        write(writes);
        var byMentions = store.authors(WEEK, Authors.Order.MENTIONS, null, 10).items();
        assertThat(byMentions)
                .extracting(Authors.Item::author, Authors.Item::role)
                .containsExactly(
                        tuple("mastodon:angry", Authors.Role.DETRACTOR),
                        tuple("mastodon:fan", Authors.Role.AMBASSADOR),
                        tuple("mastodon:quiet", null));
        assertThat(byMentions.get(2).label()).isEqualTo("Quiet One");
        assertThat(byMentions.get(2).followers()).isNull();
        assertThat(byMentions.get(2).influence().score()).isNull();
        assertThat(store.authors(WEEK, Authors.Order.INFLUENCE, null, 10).items())
                .extracting(Authors.Item::label)
                .containsExactly("fan", "angry", "Quiet One");
        assertThat(store.authors(WEEK, Authors.Order.REACH, Authors.Role.DETRACTOR, 10)
                        .items())
                .extracting(Authors.Item::label)
                .containsExactly("angry");
    }

    @Test
    void theAudienceCountsAnAccountOnceAndSaysWhoseFollowersAreNotKnown() {
        var writes = new ArrayList<StoreWrite>();
        for (int i = 0; i < 3; i++) {
            var followers = 1_000L + i;
            writes.add(Said.of("a" + i, "acme", Said.NOON.minusSeconds(i), "words")
                    .by(new Author("ana", "ana", null, followers, null))
                    .spreading(0, new Reach(10, 100))
                    .write(1));
        }
        writes.add(Said.of("b", "acme", Said.NOON, "words")
                .by(new Author("bob", null, null, 5_000L, null))
                .spreading(0, new Reach(50, 500))
                .write(1));
        writes.add(Said.of("c", "acme", Said.NOON, "words")
                .by(Author.of("nobody knows"))
                .spreading(0, Reach.UNKNOWN)
                .write(1));
        write(writes);
        var audience = store.audience(WEEK);
        assertThat(audience.potential()).isEqualTo(1_002 + 5_000);
        assertThat(audience.reach()).isEqualTo(new Reach(80, 800));
        assertThat(audience.mentions()).isEqualTo(5);
        assertThat(audience.withFollowers()).isEqualTo(4);
        assertThat(audience.accounts()).isEqualTo(3);
        assertThat(audience.accountsWithFollowers()).isEqualTo(2);
        assertThat(audience.platforms()).singleElement().satisfies(p -> {
            assertThat(p.platform()).isEqualTo("mastodon");
            assertThat(p.followers()).isEqualTo(8_003);
            assertThat(p.followers() * p.rate().high()).isCloseTo(800, within(1e-9));
        });
    }

    @Test
    void nobodySaidAnythingReachesNobody() {
        var audience = store.audience(WEEK);
        assertThat(audience.potential()).isZero();
        assertThat(audience.platforms()).isEmpty();
        assertThat(audience.reach()).isEqualTo(Reach.UNKNOWN);
    }

    @Test
    void whoAnswersOthersForTheBrandIsADefender() {
        assertThat(Authors.Role.of(new SentimentCounts(0, 5, 3), 2)).isEqualTo(Authors.Role.DEFENDER);
        assertThat(Authors.Role.of(new SentimentCounts(0, 5, 3), 1)).isEqualTo(Authors.Role.AMBASSADOR);
        assertThat(Authors.Role.of(new SentimentCounts(2, 5, 3), 3)).isNull();
        assertThat(Authors.Role.of(new SentimentCounts(0, 50, 2), 2)).isNull();
    }

    @Test
    void theFormulaIsTheOneThatIsShown() {
        var influence = Influence.of(99_999L, 14, 14_000, 7);
        assertThat(influence.audience()).isCloseTo(5.0 / 6, within(1e-9));
        assertThat(influence.engagementRate()).isCloseTo(0.010_000_1, within(1e-9));
        assertThat(influence.engagement()).isCloseTo(0.316_23, within(1e-5));
        assertThat(influence.frequency()).isEqualTo(1);
        assertThat(influence.perWeek()).isEqualTo(14);
        assertThat(influence.score()).isCloseTo(100 * (0.5 * 5 / 6 + 0.35 * 0.316_228 + 0.15), within(1e-3));
        assertThat(Influence.of(0L, 1, 5, 7).score()).isCloseTo(100 * 0.15 / 7, within(1e-9));
    }

    @Test
    void anImpossibleWishIsRefused() {
        assertThatThrownBy(() -> store.authors(WEEK, Authors.Order.MENTIONS, null, 101))
                .isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> Authors.Order.of("fame")).isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> Authors.Role.named("friend")).isInstanceOf(RefusedRequest.class);
    }

    private static void say(ArrayList<StoreWrite> writes, Author author, SentimentLabel label, int times) {
        for (int i = 0; i < times; i++) {
            writes.add(Said.of(author.id() + i, "acme", Said.NOON.minusSeconds(i), "words")
                    .by(author)
                    .feeling(label, 0)
                    .spreading(0, new Reach(1, author.followers() == null ? 1 : author.followers()))
                    .write(1));
        }
    }
}
