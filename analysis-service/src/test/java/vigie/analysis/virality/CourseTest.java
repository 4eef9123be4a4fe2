package vigie.analysis.virality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vigie.model.Virality;

class CourseTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    private static final int MOST = 16;

    private Spread spread = Spread.startingAt(T0);
    private List<Look> kept = List.of();

    private List<Virality.Look> look(long after, double engagement) {
        var next = spread.observe(T0.plusSeconds(after), engagement);
        kept = Course.and(kept, spread, next);
        spread = next;
        return Course.drawn(kept, spread);
    }

    private static Virality.Look at(long after, double engagement) {
        return new Virality.Look(T0.plusSeconds(after), engagement);
    }

    @Test
    void oneLookIsNoCourseAndKeepsNothing() {
        assertThat(look(40, 12)).isEmpty();
        assertThat(kept).isEmpty();
        assertThat(look(600, 40.26)).containsExactly(at(40, 12), at(600, 40.3));
    }

    @Test
    void whateverTheCountersDoFewLooksAreKeptInTheirOrderWithTheFirstAndTheNewest() {
        var random = new Random(8);
        for (int run = 0; run < 50; run++) {
            spread = Spread.startingAt(T0);
            kept = List.of();
            var all = new ArrayList<Virality.Look>();
            long after = 0;
            double engagement = 0;
            for (int i = 0; i < 200; i++) {
                after += random.nextInt(run < 25 ? 3 : 40_000);
                engagement = Math.max(0, engagement + random.nextInt(1_000) - 300);
                if (!all.isEmpty() && all.get(all.size() - 1).at().equals(T0.plusSeconds(after))) {
                    all.remove(all.size() - 1);
                }
                all.add(at(after, engagement));
                var drawn = look(after, engagement);
                assertThat(drawn).hasSizeLessThanOrEqualTo(MOST);
                if (drawn.isEmpty()) {
                    continue;
                }
                assertThat(drawn).isSubsetOf(all);
                assertThat(drawn.get(drawn.size() - 1)).isEqualTo(all.get(all.size() - 1));
                assertThat(drawn).extracting(Virality.Look::at).isSorted().doesNotHaveDuplicates();
            }
            assertThat(Course.drawn(kept, spread)).hasSizeGreaterThan(MOST / 2);
        }
    }

    @Test
    void theFirstLookStaysForEver() {
        for (int i = 1; i <= 1_000; i++) {
            look(600L * i, 50 + 3 * Math.sqrt(i));
        }
        assertThat(Course.drawn(kept, spread)).hasSize(MOST).first().isEqualTo(at(600, 53));
    }

    @Test
    void aBurstOfAnHourIsStillSeenAfterAWeekOfLooks() {
        var told = new TreeMap<Instant, Double>();
        for (int i = 1; i <= 6 * 24 * 7; i++) {
            var engagement = 2 * i + (i < 300 ? 0 : Math.min(i - 300, 6) * 500);
            look(600L * i, engagement);
        }
        Course.drawn(kept, spread).forEach(look -> told.put(look.at(), look.engagement()));
        var before = told.floorEntry(T0.plusSeconds(600L * 300));
        var after = told.ceilingEntry(T0.plusSeconds(600L * 306));
        assertThat(after.getValue() - before.getValue()).isGreaterThan(2_900);
        assertThat(after.getKey()).isBefore(before.getKey().plusSeconds(3 * 3_600));
    }

    @Test
    void aStretchWithoutReactionsIsItsTwoEnds() {
        look(60, 0);
        look(120, 40);
        for (int i = 3; i < 40; i++) {
            look(60L * i, 40);
        }
        assertThat(look(2_400, 50)).containsExactly(at(60, 0), at(120, 40), at(2_340, 40), at(2_400, 50));
    }

    @Test
    void likesTakenBackAreSeen() {
        look(60, 40);
        assertThat(look(120, 30)).containsExactly(at(60, 40), at(120, 30));
    }
}
