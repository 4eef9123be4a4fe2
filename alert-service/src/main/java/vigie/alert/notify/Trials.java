package vigie.alert.notify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.consent.Consents;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.Brand;
import vigie.model.Receiver;

/** Sends a receiver an example at once, and says what became of it: the test button. */
@Component
public final class Trials {

    private static final int WARNING = 2;

    private final Channels channels;
    private final Consents consents;
    private final Composer composer;
    private final Setup setup;
    private final Clock clock;

    Trials(Channels channels, Consents consents, Composer composer, Setup setup, Clock clock) {
        this.channels = channels;
        this.consents = consents;
        this.composer = composer;
        this.setup = setup;
        this.clock = clock;
    }

    /**
     * What became of an example.
     *
     * @param outcome {@code sent}, {@code retry} (it may work later), {@code rejected} or {@code no-consent}
     * @param receipt what the other side answered
     */
    public record Trial(
            String channel,
            String outcome,
            @Nullable String reason,
            @Nullable String receipt) {}

    /** One trial for each way. */
    public List<Trial> test(Receiver receiver) {
        var trials = new ArrayList<Trial>();
        for (var way : receiver.ways()) {
            trials.add(test(receiver, way));
        }
        return trials;
    }

    private Trial test(Receiver receiver, Receiver.Way way) {
        var notifier = channels.find(way.channel());
        if (notifier.isEmpty()) {
            return new Trial(way.channel(), "rejected", "there is no such channel", null);
        }
        var unwilling = channels.person(way)
                .filter(address -> !consents.given(way.channel(), address))
                .isPresent();
        if (unwilling) {
            return new Trial(way.channel(), "no-consent", "the person has not agreed to be told at this address", null);
        }
        var delivery = notifier.get().send(composer.test(receiver, way, example(receiver)), way.settings());
        if (delivery instanceof Delivery.Sent sent) {
            return new Trial(way.channel(), Ledger.SENT, null, sent.receipt());
        } else if (delivery instanceof Delivery.Retry retry) {
            return new Trial(way.channel(), "retry", retry.reason(), null);
        } else if (delivery instanceof Delivery.Rejected rejected) {
            return new Trial(way.channel(), "rejected", rejected.reason(), null);
        }
        throw new AssertionError(delivery);
    }

    private Alert example(Receiver receiver) {
        var now = clock.instant();
        var brand = receiver.brands().stream()
                .findFirst()
                .or(() -> setup.brands().stream().map(Brand::id).findFirst())
                .orElse("example");
        return new Alert(
                "test",
                brand,
                "test",
                brand + ".test",
                "negative",
                Alert.Event.OPEN,
                Alert.MachineState.OPEN,
                Alert.People.NOBODY,
                WARNING,
                now,
                now,
                null,
                42,
                4,
                2,
                "1h",
                30,
                Map.of(),
                true,
                null,
                List.of(),
                1,
                0,
                now,
                true,
                now,
                null);
    }
}
