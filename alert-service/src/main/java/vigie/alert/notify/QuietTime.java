package vigie.alert.notify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.AlertRule;
import vigie.model.Receiver;

/** When people are told who are not to be woken now. */
final class QuietTime {

    private static final int CRISIS = 4;

    private QuietTime() {}

    /** When the quiet hours of the rule or of the receiver end that an instant lies in; empty when people are to be told at once. */
    static Optional<Instant> end(Setup setup, Alert alert, Receiver receiver, Instant at) {
        var ofRule = setup.rule(alert.ruleId()).map(AlertRule::quietHours);
        return Stream.of(ofRule, Optional.ofNullable(receiver.quietHours()))
                .flatMap(Optional::stream)
                .flatMap(quiet -> end(setup, alert, quiet, at).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> end(Setup setup, Alert alert, AlertRule.QuietHours quiet, Instant at) {
        var unless = quiet.unlessSeverity();
        if (alert.severity() >= (unless == null ? CRISIS : unless)) {
            return Optional.empty();
        }
        return end(quiet, zone(quiet.timeZone(), setup, alert.brand()), at);
    }

    /** Where the people of a brand live, as far as is known. */
    static ZoneId zone(Setup setup, String brand) {
        return zone(null, setup, brand);
    }

    private static ZoneId zone(@Nullable String own, Setup setup, String brand) {
        var ofBrand = setup.brand(brand).flatMap(b -> Optional.ofNullable(b.timeZone()));
        try {
            return own != null ? ZoneId.of(own) : ofBrand.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    static Optional<Instant> end(AlertRule.QuietHours quiet, ZoneId zone, Instant at) {
        LocalTime from;
        LocalTime until;
        try {
            from = LocalTime.parse(quiet.from());
            until = LocalTime.parse(quiet.until());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        var overMidnight = until.isBefore(from);
        var isQuiet = overMidnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!isQuiet) {
            return Optional.empty();
        }
        var day = overMidnight && !time.isBefore(from) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return Optional.of(day.atTime(until).atZone(zone).toInstant());
    }
}
