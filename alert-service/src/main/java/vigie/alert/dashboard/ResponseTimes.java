package vigie.alert.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * How fast Vigie and people were, from the evidence that opened an alert, in seconds.
 *
 * @param alerts how many the figures are about
 * @param detect until Vigie said so; only of alerts it announced and that were not updated since
 * @param acknowledge until a person took it on
 * @param resolve until a person ended it or it ended by itself
 */
record ResponseTimes(int alerts, Times detect, Times acknowledge, Times resolve) {

    /** The middle and the slow end; absent when there is nothing to count. */
    record Times(
            int count,
            @Nullable Long medianSeconds,
            @Nullable Long p90Seconds) {

        static Times of(List<Duration> durations) {
            var sorted = durations.stream().map(Duration::toSeconds).sorted().toList();
            return new Times(sorted.size(), at(sorted, 0.5), at(sorted, 0.9));
        }

        /** Nearest rank: a time that really happened. */
        private static @Nullable Long at(List<Long> sorted, double quantile) {
            return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
        }
    }

    static ResponseTimes of(List<Alert> alerts) {
        var detect = new ArrayList<Duration>();
        var acknowledge = new ArrayList<Duration>();
        var resolve = new ArrayList<Duration>();
        for (var alert : alerts) {
            if (alert.event() == Alert.Event.OPEN && alert.tell()) {
                detect.add(Duration.between(alert.openedAt(), alert.decidedAt()));
            }
            since(alert, Optional.ofNullable(alert.people().acknowledgedAt())).ifPresent(acknowledge::add);
            since(alert, resolvedAt(alert)).ifPresent(resolve::add);
        }
        return new ResponseTimes(alerts.size(), Times.of(detect), Times.of(acknowledge), Times.of(resolve));
    }

    private static Optional<Instant> resolvedAt(Alert alert) {
        if (!alert.people().resolved()) {
            return Optional.ofNullable(alert.resolvedAt());
        }
        return alert.people().actions().stream()
                .filter(action -> action.verb().equals("resolve"))
                .reduce((first, second) -> second)
                .map(action -> action.at())
                .or(() -> Optional.ofNullable(alert.resolvedAt()));
    }

    private static Optional<Duration> since(Alert alert, Optional<Instant> moment) {
        return moment.map(m -> Duration.between(alert.openedAt(), m));
    }
}
