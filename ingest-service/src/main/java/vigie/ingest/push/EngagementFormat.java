package vigie.ingest.push;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import vigie.ingest.PostRules;
import vigie.model.Engagement;
import vigie.model.EngagementCounts;

/** What pushed counters of a post must look like, and the {@link Engagement} they become. */
final class EngagementFormat {

    private EngagementFormat() {}

    static Engagement read(JsonNode item, Instant now) {
        var f = Fields.of(item);
        var postId = f.required("postId", f.id("postId", PostRules.POST_ID_BYTES));
        int colon = postId.indexOf(':');
        if (colon < 0
                || !PostRules.isPlatform(postId.substring(0, colon))
                || postId.substring(colon + 1).isBlank()
                || !PostRules.fitsAsKey(postId)) {
            throw f.refused("postId", "must be platform:id");
        }
        var observed = f.required("observedAt", f.time("observedAt", now));
        var counts = counts(f);
        if (counts.equals(EngagementCounts.UNKNOWN)) {
            throw f.refused("likes", "is required, or another of shares, comments, views");
        }
        return new Engagement(postId, observed, counts);
    }

    static EngagementCounts counts(Fields f) {
        return new EngagementCounts(f.count("likes"), f.count("shares"), f.count("comments"), f.count("views"));
    }
}
