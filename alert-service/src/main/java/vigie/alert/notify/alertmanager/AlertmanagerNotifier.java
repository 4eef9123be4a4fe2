package vigie.alert.notify.alertmanager;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Message;
import vigie.alert.notify.Notifier;
import vigie.alert.notify.Posting;
import vigie.alert.outbound.GuardedHttp;
import vigie.door.InvalidField;
import vigie.json.Json;

/** Posts to an Alertmanager's {@code /api/v2/alerts}; with a bearer token or a user and password where it asks for them. */
@Component
class AlertmanagerNotifier implements Notifier {

    private static final String URL = "url";
    private static final String TOKEN = "token";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String PATH = "/api/v2/alerts";

    private final Posting posting;
    private final Clock clock;

    AlertmanagerNotifier(Posting posting, Clock clock) {
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "alertmanager";
    }

    @Override
    public Set<String> secrets() {
        return Set.of(TOKEN, PASSWORD);
    }

    @Override
    public void check(Map<String, String> given) {
        GuardedHttp.check("settings." + URL, given.get(URL));
        if (given.containsKey(TOKEN) && given.containsKey(USER)) {
            throw new InvalidField("settings." + TOKEN, "is either this or user and password");
        }
        if (given.containsKey(USER) != given.containsKey(PASSWORD)) {
            throw new InvalidField("settings." + PASSWORD, "goes with user");
        }
    }

    @Override
    public Delivery send(Message message, Map<String, String> given) {
        var body = Json.mapper().writeValueAsString(PostableAlert.of(message, clock.instant()));
        return posting.post(address(given), headers(given), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String address(Map<String, String> given) {
        var url = given.getOrDefault(URL, "");
        return url.endsWith(PATH) ? url : url.replaceAll("/+$", "") + PATH;
    }

    private static Map<String, String> headers(Map<String, String> given) {
        var headers = new HashMap<String, String>();
        if (given.containsKey(TOKEN)) {
            headers.put("Authorization", "Bearer " + given.get(TOKEN));
        } else if (given.containsKey(USER)) {
            var both = given.get(USER) + ":" + given.get(PASSWORD);
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }
}
