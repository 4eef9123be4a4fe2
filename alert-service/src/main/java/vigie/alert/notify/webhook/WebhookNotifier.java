package vigie.alert.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.live.AlertItem;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Exemplar;
import vigie.alert.notify.Message;
import vigie.alert.notify.Notifier;
import vigie.alert.notify.Posting;
import vigie.alert.outbound.GuardedHttp;
import vigie.door.InvalidField;
import vigie.json.Json;

/** Posts a signed JSON body. */
@Component
class WebhookNotifier implements Notifier {

    private static final String URL = "url";
    private static final String SECRET = "secret";
    private static final int SHORTEST_SECRET = 16;

    private final Posting posting;
    private final Clock clock;

    WebhookNotifier(Posting posting, Clock clock) {
        this.posting = posting;
        this.clock = clock;
    }

    /**
     * The body.
     *
     * @param delivery the same when it is tried again
     * @param others what else happened to the brand at the same time
     * @param acknowledge where a person can say that it takes care
     * @param test whether nothing happened and somebody pressed the test button
     */
    record Body(
            String delivery,
            String event,
            String headline,
            String summary,
            String since,
            String figures,
            String link,
            @Nullable String acknowledge,
            AlertItem alert,
            List<AlertItem> others,
            List<Exemplar> exemplars,
            boolean test) {}

    @Override
    public String channel() {
        return "webhook";
    }

    @Override
    public Set<String> secrets() {
        return Set.of(SECRET);
    }

    @Override
    public void check(Map<String, String> given) {
        GuardedHttp.check("settings." + URL, given.get(URL));
        var secret = given.get(SECRET);
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            throw new InvalidField(
                    "settings." + SECRET, "is required, and has at least " + SHORTEST_SECRET + " characters");
        }
    }

    @Override
    public Delivery send(Message message, Map<String, String> given) {
        var body = Json.mapper().writeValueAsString(body(message)).getBytes(StandardCharsets.UTF_8);
        var signature = Signature.of(given.getOrDefault(SECRET, ""), clock.instant(), body);
        return posting.post(
                given.getOrDefault(URL, ""),
                Map.of(Signature.HEADER, signature, "X-Vigie-Delivery", message.id()),
                body);
    }

    private static Body body(Message message) {
        return new Body(
                message.id(),
                message.alert().event().name(),
                message.headline(),
                message.summary(),
                message.since(),
                message.figures(),
                message.link(),
                message.acknowledge(),
                AlertItem.of(message.alert(), message.language()),
                message.others().stream()
                        .map(alert -> AlertItem.of(alert, message.language()))
                        .toList(),
                message.exemplars(),
                message.test());
    }
}
