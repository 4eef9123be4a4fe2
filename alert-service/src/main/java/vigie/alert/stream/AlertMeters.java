package vigie.alert.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the topology leaves aside, so that it can be noticed. */
final class AlertMeters {

    private final Counter unknownAlert;
    private final Counter earlierBrand;

    AlertMeters(MeterRegistry registry) {
        unknownAlert = registry.counter("vigie.alert.actions.unknown");
        earlierBrand = registry.counter("vigie.alert.mentions.of.earlier.brand");
    }

    void ofUnknownAlert() {
        unknownAlert.increment();
    }

    void ofEarlierBrand() {
        earlierBrand.increment();
    }
}
