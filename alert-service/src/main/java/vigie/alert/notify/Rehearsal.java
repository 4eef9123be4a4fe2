package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.AlertRule;
import vigie.model.Receiver;
import vigie.model.Route;

/** Says who would be told of an alert if it came now, so that nobody has to wait for a crisis to learn it. Nothing is sent. */
@Component
public final class Rehearsal {

    private static final String MODEL = "level";
    private static final String PLATFORM = "platform";

    private final Setup setup;
    private final Routing routing;
    private final Stage asked;
    private final Clock clock;

    Rehearsal(Setup setup, Routing routing, Stages stages, Clock clock) {
        this.setup = setup;
        this.routing = routing;
        this.asked = stages.consented().then(stages.quiet()).then(stages.silences());
        this.clock = clock;
    }

    /**
     * The alert to be imagined.
     *
     * @param rule name of the rule that raises it; absent = one that nobody knows
     * @param platform that carries it; absent = none in particular
     */
    public record Imagined(
            String brand,
            int severity,
            String metric,
            @Nullable String rule,
            @Nullable String platform) {}

    /**
     * One way of a receiver.
     *
     * @param held why nothing would be sent: {@code no-consent} or {@code silenced}; absent when it would
     * @param reason a sentence for {@code held}; without {@code held}, why it would be sent later
     */
    public record Way(
            String channel, @Nullable String held, @Nullable String reason) {}

    /**
     * One who would be told.
     *
     * @param step of an escalation, from 1; 0 = at once
     * @param after how long nobody must have acknowledged; absent = at once
     * @param repeat said again after so long while nobody acknowledges; absent = never
     */
    public record Told(
            String receiver,
            int step,
            @Nullable Duration after,
            @Nullable Duration repeat,
            List<Way> ways) {}

    /** @param others receiver id → why it would not be told */
    public record Answer(List<Told> told, Map<String, String> others) {}

    /** @param tree absent = none */
    public Answer of(@Nullable Route tree, Imagined imagined) {
        var alert = alert(imagined);
        var plan = routing.plan(tree, alert);
        var told = new ArrayList<Told>();
        plan.told().forEach((id, manner) -> told.add(new Told(id, 0, null, manner.repeat(), ways(id, alert))));
        for (var later : plan.later()) {
            told.add(new Told(
                    later.receiver(),
                    later.step(),
                    later.after(),
                    later.manner().repeat(),
                    ways(later.receiver(), alert)));
        }
        return new Answer(told, plan.others());
    }

    private List<Way> ways(String id, Alert alert) {
        return setup.receiver(id).stream().flatMap(r -> ways(r, alert)).toList();
    }

    private Stream<Way> ways(Receiver receiver, Alert alert) {
        return IntStream.range(0, receiver.ways().size())
                .mapToObj(way -> Telling.of(alert).to(receiver, way))
                .flatMap(asked::apply)
                .map(t -> new Way(t.routed().ways().get(t.way()).channel(), t.held(), t.reason()));
    }

    private Alert alert(Imagined imagined) {
        var now = clock.instant();
        var rule = setup.rules().stream()
                .filter(r -> r.brand().equals(imagined.brand()) && r.name().equals(imagined.rule()))
                .findFirst();
        var carried = imagined.platform() == null
                ? List.<Alert.Contributor>of()
                : List.of(new Alert.Contributor(PLATFORM, imagined.platform(), 1, 0, 1));
        return new Alert(
                "rehearsal",
                imagined.brand(),
                imagined.rule() == null ? "" : imagined.rule(),
                rule.map(AlertRule::id).orElse(""),
                imagined.metric(),
                Alert.Event.OPEN,
                Alert.MachineState.OPEN,
                Alert.People.NOBODY,
                imagined.severity(),
                now,
                now,
                null,
                1,
                0,
                0,
                "1h",
                1,
                Map.of(),
                true,
                new Alert.Explanation(MODEL, false, 0, 0, 1, 0, carried, 0),
                List.of(),
                1,
                0,
                now,
                true,
                now,
                null);
    }
}
