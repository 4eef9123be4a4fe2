package vigie.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.model.Author;
import vigie.model.Post;
import vigie.model.Reach;

class ReachFormulaTest {

    private static Post by(Author author) {
        return new Post(
                "1",
                "x",
                null,
                Instant.EPOCH,
                null,
                null,
                "t",
                null,
                author,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void reachIsARangeOfTheFollowers() {
        assertThat(ReachFormula.DEFAULT.of(by(new Author("a", null, null, 12_345L, null))))
                .isEqualTo(new Reach(123, 1235));
    }

    @Test
    void unknownFollowersAreNeverGuessed() {
        assertThat(ReachFormula.DEFAULT.of(by(Author.of("a")))).isEqualTo(Reach.UNKNOWN);
        assertThat(ReachFormula.DEFAULT.of(by(null))).isEqualTo(Reach.UNKNOWN);
    }

    @Test
    void aPlatformMayHaveItsOwnRates() {
        var formula = new ReachFormula(Map.of("x", new ReachFormula.Rate(0.5, 1)), new ReachFormula.Rate(0, 0));
        assertThat(formula.of(by(new Author("a", null, null, 100L, null)))).isEqualTo(new Reach(50, 100));
    }
}
