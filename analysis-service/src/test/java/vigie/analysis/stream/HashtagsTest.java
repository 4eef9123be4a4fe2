package vigie.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashtagsTest {

    @Test
    void declaredAndWrittenOnesAreOneListInLowerCase() {
        var post = Bench.post("1", "late again #Rail, #GrèveSNCF! a#b is none, nor #1")
                .withHashtags(List.of("#RAIL", "Strike"));
        assertThat(Hashtags.of(post)).contains("rail", "strike", "grèvesncf").doesNotContain("1", "Rail");
        assertThat(Hashtags.of(post)).filteredOn("rail"::equals).hasSize(1);
    }

    @Test
    void aWallOfHashtagsIsBounded() {
        var wall = IntStream.range(0, 500).mapToObj(i -> "#tag" + i + "x").toList();
        assertThat(Hashtags.of(Bench.post("1", String.join(" ", wall)))).hasSize(50);
    }
}
