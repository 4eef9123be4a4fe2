package vigie.ingest.source;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps requests to one host apart, however many sources live there. */
final class HostPace {

    private final int perSecond;
    private final Map<String, Bucket> hosts = new ConcurrentHashMap<>();

    HostPace(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Zero when a request may go now (and is counted), else how long to wait before asking again. */
    Duration waitFor(String host) {
        var probe = hosts.computeIfAbsent(host, this::bucket).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(String host) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
