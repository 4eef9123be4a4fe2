package vigie.alert.notify;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vigie.alert.outbound.GuardedHttp;
import vigie.json.Json;

/** Posts JSON to a webhook of a chat. Whoever knows its address can post there, so it is kept like a password. */
public abstract class SecretHook implements Notifier {

    private static final String URL = "url";

    private final String channel;
    private final Posting posting;
    private final Function<Message, ?> body;

    protected SecretHook(String channel, Posting posting, Function<Message, ?> body) {
        this.channel = channel;
        this.posting = posting;
        this.body = body;
    }

    @Override
    public final String channel() {
        return channel;
    }

    @Override
    public final Set<String> secrets() {
        return Set.of(URL);
    }

    @Override
    public final void check(Map<String, String> given) {
        GuardedHttp.check("settings." + URL, given.get(URL));
    }

    @Override
    public final Delivery send(Message message, Map<String, String> given) {
        var json = Json.mapper().writeValueAsString(body.apply(message));
        return posting.post(given.getOrDefault(URL, ""), Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }
}
