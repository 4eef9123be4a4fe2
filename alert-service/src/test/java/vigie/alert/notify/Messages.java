package vigie.alert.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import vigie.alert.Raised;
import vigie.model.Alert;

/** Messages for the tests of channels, with words that try to be more than words. */
public final class Messages {

    public static final String HOSTILE =
            "<script>alert(1)</script> & <!channel> <@U1> *bold* [win](http://evil.example) `x` \"q\" # title";

    private Messages() {}

    public static Message french(Instant at) {
        return of("d-1", Raised.open("alert-1", "ponant", at), "fr", List.of());
    }

    public static Message english(String id, Alert alert) {
        return of(id, alert, "en", List.of());
    }

    public static Message gathered(Instant at) {
        return of(
                "d-2",
                Raised.open("alert-1", "ponant", at),
                "en",
                List.of(Raised.open("alert-2", "ponant", at.plusSeconds(1))));
    }

    private static Message of(String id, Alert alert, String language, List<Alert> others) {
        return new Message(
                id,
                alert,
                others,
                "Ponant Rail",
                ZoneId.of("Europe/Paris"),
                language,
                List.of(
                        new Exemplar(HOSTILE, "forum", "@anna", "https://forum.example/1"),
                        new Exemplar("late again", "microblog", null, null)),
                "http://localhost:8080/?brand=ponant&alert=" + alert.id(),
                "http://localhost:8080/acknowledge/token",
                "http://localhost:8080/unsubscribe/token",
                false);
    }
}
