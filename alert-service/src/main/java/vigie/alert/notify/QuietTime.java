package vigie.alert.notify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.AlertRule;

/** When people are told who are not to be woken now. */
final class QuietTime {

    private static final int CRISIS = 4;

    private QuietTime() {}

    /** When the quiet hours of an alert's rule end that an instant lies in; empty when people are to be told at once. */
    static Optional<Instant> end(Setup setup, Alert alert, Instant at) {
        var quiet = setup.rule(alert.ruleId()).map(AlertRule::quietHours);
        if (quiet.isEmpty()) {
            return Optional.empty();
        }
        var unless = quiet.get().unlessSeverity();
        if (alert.severity() >= (unless == null ? CRISIS : unless)) {
            return Optional.empty();
        }
        var ofBrand = setup.brand(alert.brand()).map(brand -> Optional.ofNullable(brand.timeZone()));
        return end(quiet.get(), zone(quiet.get().timeZone(), ofBrand.flatMap(zone -> zone)), at);
    }

    private static ZoneId zone(@Nullable String own, Optional<String> ofBrand) {
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
