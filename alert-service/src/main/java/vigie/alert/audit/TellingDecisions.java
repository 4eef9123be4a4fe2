package vigie.alert.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import vigie.door.Seal;
import vigie.json.Json;
import vigie.model.Consent;
import vigie.model.Notification;
import vigie.model.PostId;
import vigie.model.Receiver;
import vigie.model.Silence;
import vigie.topic.Topics;

/** Reads out of the records who is told and why: receivers, routes, silences, consents, and what was decided for each alert. */
final class TellingDecisions {

    /** The chain of what concerns no brand alone; no brand can have this id. */
    static final String HOUSE = "*";

    private static final String SILENCE_CHANGED = "silence-changed";
    private static final String PENDING = "pending";

    /** Not even a key makes the hash of a short one worth keeping for ever. */
    private static final Set<String> SECRETS = Set.of("secret", "token", "password");

    /** A removed silence does not say whose it was; the log does. */
    private final Map<String, String> brandOfSilence = new HashMap<>();

    private final Seal places;

    /** @param places marks where people are told: without its key, a list of addresses can be tried out against no entry */
    TellingDecisions(Seal places) {
        this.places = places;
    }

    void recall(String brand, String action, String subject) {
        if (action.equals(SILENCE_CHANGED)) {
            brandOfSilence.put(subject, brand);
        }
    }

    Optional<Decision> in(ConsumerRecord<String, byte[]> row) {
        var topic = row.topic();
        if (topic.equals(Topics.RECEIVERS.name())) {
            return Optional.of(receiver(row, Decisions.value(Topics.RECEIVERS, row)));
        }
        if (topic.equals(Topics.ROUTES.name())) {
            var there = Decisions.value(Topics.ROUTES, row).isPresent();
            return Optional.of(house(row, there ? "routes-changed" : "routes-deleted", content(row)));
        }
        if (topic.equals(Topics.SILENCES.name())) {
            return Optional.of(silence(row, Decisions.value(Topics.SILENCES, row)));
        }
        if (topic.equals(Topics.CONSENTS.name())) {
            return Optional.of(consent(row, Decisions.value(Topics.CONSENTS, row)));
        }
        if (topic.equals(Topics.NOTIFICATIONS.name())) {
            // rows go when they are old, or with the consent, which has an entry of its own
            return Decisions.value(Topics.NOTIFICATIONS, row).flatMap(n -> notification(row, n));
        }
        throw new AssertionError(topic);
    }

    private static Decision house(ConsumerRecord<String, byte[]> row, String action, Map<String, String> details) {
        return new Decision(HOUSE, Decisions.at(row), Decisions.by(row), action, row.key(), details);
    }

    private static Map<String, String> content(ConsumerRecord<String, byte[]> row) {
        return row.value() == null ? Map.of() : Map.of("contentHash", Decisions.contentHash(row));
    }

    private Decision receiver(ConsumerRecord<String, byte[]> row, Optional<Receiver> receiver) {
        if (receiver.isEmpty()) {
            return house(row, "receiver-deleted", Map.of());
        }
        var r = receiver.get();
        var details = new HashMap<String, String>();
        details.put("channel", r.channel());
        details.put("ways", Integer.toString(r.ways().size()));
        details.put("members", Integer.toString(r.members().size()));
        details.put("minSeverity", Integer.toString(r.minSeverity()));
        details.put("contentHash", withoutSecrets(r));
        return house(row, "receiver-changed", details);
    }

    /** A changed address shows as another hash; a secret that changes alone shows as an entry with the same one. */
    private String withoutSecrets(Receiver r) {
        var content = new TreeMap<String, Object>();
        content.put("name", r.name());
        content.put("brands", r.brands());
        content.put("minSeverity", r.minSeverity());
        content.put("language", r.language());
        content.put("members", r.members());
        if (r.quietHours() != null) {
            content.put("quietHours", r.quietHours());
        }
        var ways = r.ways().stream()
                .map(way -> {
                    var settings = new TreeMap<>(way.settings());
                    settings.keySet().removeAll(SECRETS);
                    return Map.of(way.channel(), settings);
                })
                .toList();
        content.put("ways", ways);
        return places.mark(Json.mapper().writeValueAsString(content));
    }

    private Decision silence(ConsumerRecord<String, byte[]> row, Optional<Silence> silence) {
        if (silence.isEmpty()) {
            var brand = brandOfSilence.getOrDefault(row.key(), HOUSE);
            return new Decision(brand, Decisions.at(row), Decisions.by(row), "silence-deleted", row.key(), Map.of());
        }
        var s = silence.get();
        var brand = Objects.requireNonNullElse(s.brand(), HOUSE);
        brandOfSilence.put(s.id(), brand);
        var details = new HashMap<>(content(row));
        details.put("from", s.from().toString());
        details.put("until", s.until().toString());
        Decisions.hash(details, "reason", s.reason());
        return new Decision(brand, Decisions.at(row), Decisions.by(row), SILENCE_CHANGED, s.id(), details);
    }

    private static Decision consent(ConsumerRecord<String, byte[]> row, Optional<Consent> consent) {
        if (consent.isEmpty()) {
            return house(row, "consent-erased", Map.of());
        }
        var c = consent.get();
        var details = new HashMap<String, String>();
        details.put("channel", c.channel());
        details.put("receiver", c.receiver());
        details.put("language", c.language());
        Decisions.hash(details, "text", c.text());
        Decisions.hash(details, "how", c.how());
        return house(row, "consent-" + c.state(), details);
    }

    /** One entry for the decision and one for its end; the tries between them are in the second as a number. */
    private static Optional<Decision> notification(ConsumerRecord<String, byte[]> row, Notification n) {
        var by = Decisions.by(row);
        var byHand = !by.equals(Decisions.MACHINE);
        if (n.outcome().equals(PENDING) && !byHand && n.attempts() > 0) {
            return Optional.empty();
        }
        var details = new HashMap<String, String>();
        put(details, "alert", n.event() == null ? null : n.alertId());
        put(details, "event", n.event() == null ? null : n.event().name());
        put(details, "cause", n.cause());
        put(details, "due", n.due() == null ? null : n.due().toString());
        put(details, "delivery", n.delivery());
        details.put("receiver", n.receiver());
        details.put("channel", n.channel());
        details.put("attempts", Integer.toString(n.attempts()));
        Decisions.hash(details, "reason", n.reason());
        Decisions.hash(details, "receipt", n.receipt());
        if (!n.others().isEmpty()) {
            details.put("others", Integer.toString(n.others().size()));
            details.put("othersHash", PostId.hash(Json.mapper().writeValueAsString(new TreeMap<>(n.others()))));
        }
        var brand = n.brand().isEmpty() ? HOUSE : n.brand();
        var action = "notification-" + action(n.outcome(), byHand);
        return Optional.of(new Decision(brand, n.at(), by, action, n.id(), details));
    }

    private static String action(String outcome, boolean byHand) {
        if (!outcome.equals(PENDING)) {
            return outcome;
        }
        return byHand ? "resent" : "decided";
    }

    private static void put(Map<String, String> details, String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
