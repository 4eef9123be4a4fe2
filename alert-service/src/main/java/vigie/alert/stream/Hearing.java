package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vigie.model.SourceStatus;

/**
 * What cannot be heard at present: which part of which platform, and since when.
 *
 * @param losses by platform, {@link #ALL} for the whole house; what can be heard in full is not in it
 */
record Hearing(Map<String, List<Loss>> losses) {

    /** Stands for all platforms together; no platform has this name. */
    static final String ALL = "*";

    static final Hearing GOOD = new Hearing(Map.of());

    /** The entrance others push to; it is not asked for anything, and says nothing between two pushes. */
    private static final String PUSH = "push";

    /** A source says every few seconds how it fares; one of a process that died says nothing more. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    /** One failed attempt is no outage; noted before the first bucket it concerns is closed. */
    private static final Duration FIRM = Duration.ofSeconds(90);

    /** What has been down for so long is not waited for any more: what can be heard is the usual now. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    /**
     * One source's part.
     *
     * @param part of the platform's posts that it brought, 0 to 1
     */
    record Loss(Instant since, double part) {}

    /** A source's part of a platform is its part of the posts; of the sources, while none has brought any. */
    static Hearing of(Collection<SourceStatus> sources, Instant now) {
        var awaited = sources.stream()
                .filter(source -> !lastHeard(source).isBefore(now.minus(GIVEN_UP)))
                .toList();
        var posts = new TreeMap<String, Long>();
        var numbers = new TreeMap<String, Integer>();
        for (var source : awaited) {
            brought(source).forEach((platform, count) -> {
                posts.merge(platform, count, Long::sum);
                numbers.merge(platform, 1, Integer::sum);
            });
        }
        var losses = new TreeMap<String, List<Loss>>();
        for (var source : awaited) {
            var since = lastHeard(source);
            if (isDown(source, now) && !since.isAfter(now.minus(FIRM))) {
                brought(source).forEach((platform, count) -> {
                    var all = posts.getOrDefault(platform, 0L);
                    var part = all == 0 ? 1.0 / numbers.getOrDefault(platform, 1) : count / (double) all;
                    if (part > 0) {
                        losses.computeIfAbsent(platform, p -> new ArrayList<>()).add(new Loss(since, part));
                    }
                });
            }
        }
        return new Hearing(losses);
    }

    private static Map<String, Long> brought(SourceStatus source) {
        var brought = new TreeMap<>(source.platforms());
        brought.put(ALL, source.posts());
        return brought;
    }

    private static boolean isDown(SourceStatus source, Instant now) {
        var isSilent = !source.source().equals(PUSH) && source.at().isBefore(now.minus(SILENT));
        return source.state().equals("down") || isSilent;
    }

    private static Instant lastHeard(SourceStatus source) {
        return source.lastSuccess() == null ? source.at() : source.lastSuccess();
    }
}
