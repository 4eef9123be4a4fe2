package vigie.alert.notify.teams;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Message;
import vigie.alert.notify.Notifier;
import vigie.alert.notify.Posting;
import vigie.alert.outbound.GuardedHttp;
import vigie.json.Json;

/** Posts to a Teams Workflows webhook. Whoever knows its address can post there, so it is kept like a password. */
@Component
class TeamsNotifier implements Notifier {

    private static final String URL = "url";

    private final Posting posting;

    TeamsNotifier(Posting posting) {
        this.posting = posting;
    }

    @Override
    public String channel() {
        return "teams";
    }

    @Override
    public Set<String> secrets() {
        return Set.of(URL);
    }

    @Override
    public void check(Map<String, String> given) {
        GuardedHttp.check("settings." + URL, given.get(URL));
    }

    @Override
    public Delivery send(Message message, Map<String, String> given) {
        var body = Json.mapper().writeValueAsString(Card.of(message));
        return posting.post(given.getOrDefault(URL, ""), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
