package vigie.benchmarks.latency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import vigie.model.Brand;

/** Angry posts about one brand, one at a time, each after the answer to the one before, until the alert is there. */
final class Crisis {

    private static final int AT_MOST = 60;
    private static final long BETWEEN_MS = 60;

    private final List<Long> answered = new ArrayList<>();

    /**
     * @return nanoseconds from the answer to the post that made the evidence sufficient until the alert could be read; nothing when
     *     no alert came
     */
    OptionalLong run(Door door, Town town, Brand brand, AlertWatch alerts) throws InterruptedException {
        for (int i = 0; i < AT_MOST && alerts.first(brand.id()) == null; i++) {
            if (door.push(List.of(town.angry(brand, Instant.now()))).join() != 202) {
                return OptionalLong.empty();
            }
            answered.add(System.nanoTime());
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MS);
        }
        for (int i = 0; i < 500 && alerts.first(brand.id()) == null; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        var seen = alerts.first(brand.id());
        if (seen == null || seen.alert().explanation() == null) {
            return OptionalLong.empty();
        }
        // the alert says which count was enough; the windows held nothing before, so that count is the number of the
        // post
        var enough = (int) Math.min(seen.alert().explanation().silentBelow(), answered.size());
        return OptionalLong.of(seen.nanos() - answered.get(enough - 1));
    }
}
