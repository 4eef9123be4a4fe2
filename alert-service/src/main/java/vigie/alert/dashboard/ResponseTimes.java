package vigie.alert.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * How fast Vigie and people were, from the evidence that opened an alert, in seconds.
 *
 * @param alerts how many the figures are about
 * @param detect until Vigie said so; only of alerts it announced
 * @param acknowledge until a person took it on
 * @param resolve until a person ended it or it ended by itself
 * @param brands the same by brand id; absent within
 */
record ResponseTimes(
        int alerts,
        Times detect,
        Times acknowledge,
        Times resolve,
        @Nullable Map<String, ResponseTimes> brands) {

    /** The mean, the middle and the slow end; absent when there is nothing to count. */
    record Times(
            int count,
            @Nullable Long meanSeconds,
            @Nullable Long medianSeconds,
            @Nullable Long p90Seconds) {

        static Times of(List<Duration> durations) {
            var sorted = durations.stream().map(Duration::toSeconds).sorted().toList();
            var mean = sorted.stream().mapToLong(Long::longValue).average();
            return new Times(
                    sorted.size(),
                    mean.isPresent() ? Math.round(mean.getAsDouble()) : null,
                    at(sorted, 0.5),
                    at(sorted, 0.9));
        }

        /** Nearest rank: a time that really happened. */
        private static @Nullable Long at(List<Long> sorted, double quantile) {
            return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
        }
    }

    static ResponseTimes of(List<Alert> alerts) {
        var brands = new TreeMap<String, ResponseTimes>();
        alerts.stream()
                .collect(Collectors.groupingBy(Alert::brand))
                .forEach((brand, its) -> brands.put(brand, of(its, null)));
        return of(alerts, brands);
    }

    private static ResponseTimes of(List<Alert> alerts, @Nullable Map<String, ResponseTimes> brands) {
        var detect = new ArrayList<Duration>();
        var acknowledge = new ArrayList<Duration>();
        var resolve = new ArrayList<Duration>();
        for (var alert : alerts) {
            since(alert, Optional.ofNullable(toldAt(alert))).ifPresent(detect::add);
            since(alert, Optional.ofNullable(alert.people().acknowledgedAt())).ifPresent(acknowledge::add);
            since(alert, resolvedAt(alert)).ifPresent(resolve::add);
        }
        return new ResponseTimes(alerts.size(), Times.of(detect), Times.of(acknowledge), Times.of(resolve), brands);
    }

    /** Of alerts that do not say, only the announcement itself does. */
    private static @Nullable Instant toldAt(Alert alert) {
        var isAnnouncement = alert.event() == Alert.Event.OPEN && alert.tell();
        return alert.toldAt() == null && isAnnouncement ? alert.decidedAt() : alert.toldAt();
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
