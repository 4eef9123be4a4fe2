package vigie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchersTest {

    @Test
    void allThreeWaysFindTheSame() {
        var corpus = new Corpus(7);
        int found = 0;
        var matchers = new Matchers(corpus.queries(500));
        assertThat(matchers.queries()).isEqualTo(500);
        for (var post : corpus.posts(400)) {
            int matches = matchers.house(post);
            assertThat(matchers.regex(post)).as(post.text()).isEqualTo(matches);
            assertThat(matchers.memoryIndex(post)).as(post.text()).isEqualTo(matches);
            found += matches;
        }
        assertThat(found).isGreaterThan(20);
    }
}
