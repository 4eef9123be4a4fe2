package vigie.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vigie.model.Alert;
import vigie.model.AlertAction;

/** Alerts for tests. */
public final class Raised {

    private Raised() {}

    public static Alert open(String id, String brand, Instant at) {
        return alert(id, brand, at, Alert.Event.OPEN, true, Alert.People.NOBODY, 1, List.of());
    }

    /** @param model whose expectation is shown, or the kind of a plain rule */
    public static Alert carried(
            String id, String brand, Instant at, String model, List<Alert.Contributor> contributors) {
        return alert(id, brand, at, Alert.Event.OPEN, true, Alert.People.NOBODY, 1, List.of(), model, contributors);
    }

    public static Alert alert(
            String id,
            String brand,
            Instant at,
            Alert.Event event,
            boolean tell,
            Alert.People people,
            long revision,
            List<Alert.EvidenceMention> evidence) {
        return alert(id, brand, at, event, tell, people, revision, evidence, "level", List.of());
    }

    private static Alert alert(
            String id,
            String brand,
            Instant at,
            Alert.Event event,
            boolean tell,
            Alert.People people,
            long revision,
            List<Alert.EvidenceMention> evidence,
            String model,
            List<Alert.Contributor> contributors) {
        return new Alert(
                id,
                brand,
                "negative-spike",
                brand + ".negative-spike",
                "negative",
                event,
                Alert.MachineState.OPEN,
                people,
                3,
                at,
                at.plusSeconds(60),
                null,
                46,
                4.1,
                4.0,
                "1h",
                80,
                Map.of("en", "46 negative mentions in 1 h", "fr", "46 mentions négatives en 1 h"),
                tell,
                new Alert.Explanation(model, false, 3.2, 5.1, 14, 1, contributors, 12),
                evidence,
                revision,
                at.toEpochMilli() + revision,
                at,
                tell,
                null,
                null);
    }

    /** The alert after an action, as the detector's side would answer it. */
    public static Alert after(Alert alert, AlertAction action) {
        var ack = action.verb().equals("ack");
        var people = new Alert.People(
                ack ? action.by() : null,
                ack ? action.at() : null,
                action.to(),
                action.verb().equals("resolve"),
                List.of(action));
        return alert(
                alert.id(),
                alert.brand(),
                alert.openedAt(),
                Alert.Event.ACTION,
                false,
                people,
                alert.revision() + 1,
                alert.evidence());
    }
}
