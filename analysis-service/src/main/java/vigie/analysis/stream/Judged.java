package vigie.analysis.stream;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.BrandMatch;
import vigie.model.Post;
import vigie.model.Reach;
import vigie.model.Sentiment;

/** The newest version of a post with what was concluded from its words; kept so that moving counters need not read them again. */
record Judged(
        Post post,
        List<BrandMatch> brands,
        Instant arrivedAt,
        String lang,
        Sentiment sentiment,
        Reach reach,
        String story) {

    Judged {
        brands = List.copyOf(brands);
    }

    Judged concerning(List<BrandMatch> others) {
        return new Judged(post, others, arrivedAt, lang, sentiment, reach, story);
    }

    @Nullable
    BrandMatch matchOf(String brand) {
        for (var match : brands) {
            if (match.brand().equals(brand)) {
                return match;
            }
        }
        return null;
    }
}
