package vigie.local.demo;

import java.util.List;
import java.util.Map;
import vigie.model.Brand;
import vigie.model.TrackedQuery;

/**
 * A made-up brand and what people usually say of it.
 *
 * @param perHour posts an hour, on average over the week
 * @param mix share of each sentiment; the keys of {@code texts} below the language
 * @param english share of posts written in English, the rest in French
 * @param slots what the sentences' placeholders may become
 * @param texts language → sentiment → sentences with placeholders
 */
record DemoBrand(
        String id,
        String name,
        String language,
        String timeZone,
        String handle,
        double perHour,
        List<TrackedQuery> queries,
        List<String> hashtags,
        List<String> competitors,
        Map<String, Double> mix,
        double english,
        Map<String, List<String>> slots,
        Map<String, Map<String, List<String>>> texts) {

    Brand asBrand() {
        return new Brand(id, name, language, timeZone, queries, hashtags, competitors, List.of(), List.of(), null);
    }
}
