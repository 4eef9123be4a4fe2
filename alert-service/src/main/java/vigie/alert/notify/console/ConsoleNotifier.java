package vigie.alert.notify.console;

import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Message;
import vigie.alert.notify.Notifier;

/** Writes a line into the log. Strangers' words are left out: logs are kept by other rules than mentions. */
@Component
class ConsoleNotifier implements Notifier {

    private static final Logger log = LoggerFactory.getLogger(ConsoleNotifier.class);

    @Override
    public String channel() {
        return "console";
    }

    @Override
    public Set<String> secrets() {
        return Set.of();
    }

    @Override
    public void check(Map<String, String> settings) {
        // it has none
    }

    @Override
    public Delivery send(Message message, Map<String, String> settings) {
        var line = message.headline() + ". " + message.summary() + " " + message.link();
        // a summary may hold a hashtag somebody made up: one alert stays one line
        log.warn("ALERT {}", line.replaceAll("\\p{Cntrl}", " "));
        return new Delivery.Sent("logged");
    }
}
