package vigie.analysis.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.BrandMatch;
import vigie.model.Post;
import vigie.model.Reach;
import vigie.model.Sentiment;

/**
 * The newest version of a post with what was concluded from its words; kept so that moving counters need not read them again.
 *
 * @param towards feeling by brand, where the post speaks of several
 */
record Judged(
        Post post,
        List<BrandMatch> brands,
        Instant arrivedAt,
        String lang,
        Sentiment sentiment,
        Reach reach,
        String story,
        @Nullable Map<String, Sentiment> towards) {

    Judged {
        brands = List.copyOf(brands);
        towards = towards == null ? Map.of() : Map.copyOf(towards);
    }

    Judged concerning(List<BrandMatch> others, Map<String, Sentiment> feltTowards) {
        return new Judged(post, others, arrivedAt, lang, sentiment, reach, story, feltTowards);
    }

    /** What counts for a brand. */
    Sentiment sentimentOf(String brand) {
        var felt = towards == null ? null : towards.get(brand);
        return felt == null ? sentiment : felt;
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
