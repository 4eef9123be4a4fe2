package vigie.benchmarks.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the overview page asks for when it is opened, in its order: {@code views/overview.js} in the alert service.
 *
 * @param brand absent is all brands
 */
record Page(String name, @Nullable String brand, Duration period) {

    private static final int ROWS = 6;
    private static final int FEED = 10;
    private static final Duration LONGEST_IN_FIVE_MINUTES = Duration.ofHours(26);
    private static final Duration LONGEST_IN_HOURS = Duration.ofDays(15);
    private static final Duration LONGEST_HEAT = Duration.ofDays(92);

    /**
     * One request.
     *
     * @param name of the part of the page it is for
     */
    record Part(String name, String path) {}

    List<Part> parts(Instant to) {
        var interval = period.compareTo(LONGEST_IN_FIVE_MINUTES) <= 0
                ? "5m"
                : period.compareTo(LONGEST_IN_HOURS) <= 0 ? "1h" : "1d";
        var parts = new ArrayList<Part>();
        parts.add(part("summary", to, "stats/summary", ""));
        parts.add(part("timeline", to, "stats/timeline", "&interval=" + interval));
        parts.add(part("platforms", to, "stats/breakdown", "&by=platform"));
        parts.add(part("languages", to, "stats/breakdown", "&by=lang"));
        for (var slow : List.of("emerging", "stories", "authors")) {
            parts.add(part(slow, to, "stats/" + slow, "&size=" + ROWS));
        }
        if (interval.equals("1d") && period.compareTo(LONGEST_HEAT) <= 0) {
            parts.add(part("hours", to, "stats/timeline", "&interval=1h"));
        }
        parts.add(part("countries", to, "stats/breakdown", "&by=country"));
        parts.add(part("sites", to, "stats/breakdown", "&by=site"));
        if (brand != null) {
            parts.add(part("share of voice", to, "stats/share-of-voice", ""));
            parts.add(part("share before", to.minus(period), "stats/share-of-voice", ""));
        }
        parts.add(part("coverage", to, "stats/coverage", ""));
        parts.add(part("hashtags", to, "stats/hashtags", "&size=" + ROWS + "&sort=top"));
        parts.add(part("mentions", to, "mentions", "&sort=recent&size=" + FEED));
        parts.add(new Part("alerts", "/api/alerts?" + (brand == null ? "" : "brand=" + brand)));
        return parts;
    }

    /** Asked for only when a reader opens how the reach comes about. */
    Part reach(Instant to) {
        return part("reach (on demand)", to, "stats/reach", "");
    }

    private Part part(String name, Instant to, String path, String more) {
        var about = brand == null ? "" : "brand=" + brand + "&";
        return new Part(
                name, "/api/" + path + "?" + about + "from=" + encoded(to.minus(period)) + "&to=" + encoded(to) + more);
    }

    private static String encoded(Instant time) {
        return URLEncoder.encode(time.toString(), StandardCharsets.UTF_8);
    }
}
