package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermSampleTest {

    @Test
    void ofManyMentionsTheSamePartIsKeptInWhateverOrderTheyCome() {
        var dice = new Random(3);
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < 5_000; i++) {
            ids.add(dice.nextInt());
        }
        var ordered = sample(ids);
        Collections.shuffle(ids, dice);
        assertThat(bytes(sample(ids))).isEqualTo(bytes(ordered)).hasSizeLessThan(4_000);
        assertThat(ordered.size()).isEqualTo(TermSample.MOST_MENTIONS);
    }

    @Test
    void aMentionIsCountedOnceAndCanBeTakenOutAgain() {
        var sample = new TermSample();
        sample.add(1, 7, Set.of("smoke", "late"));
        sample.add(1, 7, Set.of("smoke"));
        sample.add(2, 7, Set.of("smoke"));
        assertThat(sample.terms()).containsOnlyKeys("smoke");
        assertThat(sample.remove(1)).isTrue();
        assertThat(sample.remove(1)).isFalse();
        assertThat(sample.terms().get("smoke")).hasSize(1);
        sample.remove(2);
        assertThat(sample.isEmpty()).isTrue();
        assertThat(sample.terms()).isEmpty();
    }

    @Test
    void aDayRemembersWhatIsSaidMostAndNoMoreThanItMay() {
        var said = new HashMap<Integer, Double>();
        for (int term = 0; term < 3 * TermDay.MOST_TERMS; term++) {
            said.put(term, term < 10 ? 70_000.0 : 1.0);
        }
        var day = TermDay.EMPTY.with(said).with(Map.of(-5, 2.4, 3, 1.0));
        assertThat(day.size()).isEqualTo(TermDay.MOST_TERMS);
        assertThat(day.count(3)).isEqualTo(65_535);
        assertThat(day.count(-5)).isEqualTo(2);
        assertThat(day.count(-6)).isZero();
        var bytes = TermDay.SERDE.serializer().serialize("t", day);
        assertThat(TermDay.SERDE.deserializer().deserialize("t", bytes).count(-5))
                .isEqualTo(2);
    }

    private static TermSample sample(Iterable<Integer> ids) {
        var sample = new TermSample();
        for (var id : ids) {
            var said = new HashSet<>(Set.of("everyone"));
            said.add("word" + id);
            sample.add(id, id % 100, said);
        }
        return TermSample.SERDE
                .deserializer()
                .deserialize("t", TermSample.SERDE.serializer().serialize("t", sample));
    }

    private static byte[] bytes(TermSample sample) {
        return TermSample.SERDE.serializer().serialize("t", sample);
    }
}
