package vigie.alert.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.TopicWriter;
import vigie.door.Seal;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.AlertRule;
import vigie.model.Brand;
import vigie.model.BrandSentiment;
import vigie.model.BrandVersion;
import vigie.model.Correction;
import vigie.model.MentionNote;
import vigie.model.PostId;
import vigie.model.RematchRequest;
import vigie.model.SentimentSetting;
import vigie.model.SentimentShares;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** Reads decisions out of the records of other topics. */
final class Decisions {

    static final String RULE_CHANGED = "rule-changed";
    static final String MACHINE = "vigie";

    private final TellingDecisions tellings;

    /** A removed rule does not say whose it was; the log does. */
    private final Map<String, String> brandOfRule = new HashMap<>();

    Decisions(Seal places) {
        tellings = new TellingDecisions(places);
    }

    /** Remembers what an entry of the log tells about later records. */
    void recall(String brand, String action, String subject) {
        if (action.equals(RULE_CHANGED)) {
            brandOfRule.put(subject, brand);
        }
        tellings.recall(brand, action, subject);
    }

    Optional<Decision> in(ConsumerRecord<String, byte[]> row) {
        var topic = row.topic();
        if (topic.equals(Topics.ALERTS.name())) {
            return value(Topics.ALERTS, row).flatMap(Decisions::alert);
        }
        if (topic.equals(Topics.ALERT_ACTIONS.name())) {
            return value(Topics.ALERT_ACTIONS, row).map(Decisions::action);
        }
        if (topic.equals(Topics.CORRECTIONS.name())) {
            return value(Topics.CORRECTIONS, row).map(Decisions::correction);
        }
        if (topic.equals(Topics.SENTIMENT_SETTINGS.name())) {
            return value(Topics.SENTIMENT_SETTINGS, row).map(setting -> decided(row, setting));
        }
        if (topic.equals(Topics.BRAND_SENTIMENTS.name())) {
            return value(Topics.BRAND_SENTIMENTS, row).flatMap(Decisions::learnt);
        }
        if (topic.equals(Topics.MENTION_NOTES.name())) {
            return value(Topics.MENTION_NOTES, row).map(Decisions::note);
        }
        if (topic.equals(Topics.BRANDS.name())) {
            return Optional.of(brand(row, value(Topics.BRANDS, row)));
        }
        if (topic.equals(Topics.ALERT_RULES.name())) {
            return rule(row, value(Topics.ALERT_RULES, row));
        }
        if (topic.equals(Topics.REMATCH_REQUESTS.name())) {
            return value(Topics.REMATCH_REQUESTS, row).map(request -> rematch(row, request));
        }
        return tellings.in(row);
    }

    /** What a brand listens to since this record; brands keep only the last of it. */
    static Optional<BrandVersion> version(ConsumerRecord<String, byte[]> row) {
        return row.topic().equals(Topics.BRANDS.name())
                ? value(Topics.BRANDS, row).map(brand -> BrandVersion.of(brand, at(row), by(row)))
                : Optional.empty();
    }

    private static Decision rematch(ConsumerRecord<String, byte[]> row, RematchRequest r) {
        var details = Map.of("from", r.from().toString(), "to", r.to().toString());
        var name = r.cancelled() ? "rematch-cancelled" : "rematch-requested";
        return new Decision(r.brand(), at(row), by(row), name, r.id(), details);
    }

    static <V> Optional<V> value(Topic<V> topic, ConsumerRecord<String, byte[]> row) {
        try {
            return Optional.ofNullable(topic.valueSerde().deserializer().deserialize(topic.name(), row.value()));
        } catch (KafkaException e) {
            return Optional.empty();
        }
    }

    private static Optional<Decision> alert(Alert a) {
        if (a.event() == Alert.Event.ACTION) {
            // the person's own record says more
            return Optional.empty();
        }
        var details = Map.of(
                "rule", a.ruleId(),
                "metric", a.metric(),
                "window", a.window(),
                "observed", Long.toString(a.observed()),
                "expected", Double.toString(a.expected()),
                "returnPeriodDays", Double.toString(a.returnPeriodDays()),
                "severity", Integer.toString(a.severity()),
                "openedAt", a.openedAt().toString(),
                "tell", Boolean.toString(a.tell()),
                "revision", Long.toString(a.revision()));
        var name = "alert-" + a.event().name().toLowerCase(Locale.ROOT);
        return Optional.of(new Decision(a.brand(), a.decidedAt(), MACHINE, name, a.id(), details));
    }

    private static Decision action(AlertAction a) {
        var details = new HashMap<String, String>();
        details.put("action", a.id());
        hash(details, "comment", a.comment());
        hash(details, "to", a.to());
        return new Decision(a.brand(), a.at(), a.by(), a.verb(), a.alertId(), details);
    }

    private static Decision correction(Correction c) {
        var details = new HashMap<String, String>();
        details.put("label", c.label().wire());
        hash(details, "reason", c.reason());
        return new Decision(c.brand(), c.at(), c.by(), "sentiment-corrected", c.mentionId(), details);
    }

    private static Decision note(MentionNote n) {
        var details = new HashMap<String, String>();
        details.put("handled", Boolean.toString(n.handled()));
        details.put("tags", Integer.toString(n.tags().size()));
        hash(details, "tags", n.tags().isEmpty() ? null : String.join(",", n.tags()));
        hash(details, "assignee", n.assignee());
        return new Decision(n.brand(), n.at(), n.by(), "mention-noted", n.mentionId(), details);
    }

    private static Decision decided(ConsumerRecord<String, byte[]> row, SentimentSetting s) {
        var details = new HashMap<String, String>();
        details.put("enabled", Boolean.toString(s.enabled()));
        details.put("strength", Double.toString(s.strength()));
        details.put("words", Boolean.toString(s.words()));
        if (s.shares() != null) {
            shares(details, s.shares());
        }
        if (s.version() != null) {
            details.put("rolledBackTo", Long.toString(s.version()));
        }
        return new Decision(s.brand(), at(row), by(row), "sentiment-decided", s.brand(), details);
    }

    /** What follows from a decision is in the decision's own entry; this is what the machine learnt by itself. */
    private static Optional<Decision> learnt(BrandSentiment s) {
        var learnt = s.learnt();
        if (learnt == null || learnt.version() != s.version()) {
            return Optional.empty();
        }
        var details = new HashMap<String, String>();
        details.put("version", Long.toString(s.version()));
        details.put("mentions", Long.toString(Math.round(learnt.mentions())));
        details.put("words", Integer.toString(learnt.words().size()));
        details.put("strength", Double.toString(s.applied().strength()));
        if (learnt.shares() != null) {
            shares(details, learnt.shares());
        }
        return Optional.of(new Decision(s.brand(), s.at(), MACHINE, "sentiment-learnt", s.brand(), details));
    }

    private static void shares(Map<String, String> details, SentimentShares shares) {
        details.put("negative", Double.toString(shares.negative()));
        details.put("neutral", Double.toString(shares.neutral()));
        details.put("positive", Double.toString(shares.positive()));
    }

    /** Free text can be proven to be the same later without being kept. */
    static void hash(Map<String, String> details, String name, @Nullable String text) {
        if (text != null) {
            details.put(name + "Hash", PostId.hash(text));
        }
    }

    private static Decision brand(ConsumerRecord<String, byte[]> row, Optional<Brand> brand) {
        var details = brand.map(b -> Map.of(
                        "queries", Integer.toString(b.queries().size()),
                        "contentHash", contentHash(row)))
                .orElse(Map.of());
        var name = brand.isPresent() ? "brand-changed" : "brand-deleted";
        return new Decision(row.key(), at(row), by(row), name, row.key(), details);
    }

    private Optional<Decision> rule(ConsumerRecord<String, byte[]> row, Optional<AlertRule> rule) {
        if (rule.isEmpty()) {
            return Optional.ofNullable(brandOfRule.get(row.key()))
                    .map(brand -> new Decision(brand, at(row), by(row), "rule-deleted", row.key(), Map.of()));
        }
        var r = rule.get();
        brandOfRule.put(r.id(), r.brand());
        var details = Map.of(
                "kind", r.kind(),
                "contentHash", contentHash(row),
                "metric", r.metric(),
                "budgetDays", Double.toString(r.budgetDays()),
                "minCount", Integer.toString(r.minCount()),
                "enabled", Boolean.toString(r.enabled()),
                "version", Long.toString(r.version()));
        return Optional.of(new Decision(r.brand(), at(row), by(row), RULE_CHANGED, r.id(), details));
    }

    static String contentHash(ConsumerRecord<String, byte[]> row) {
        return row.value() == null ? "" : PostId.hash(new String(row.value(), StandardCharsets.UTF_8));
    }

    static Instant at(ConsumerRecord<String, byte[]> row) {
        return Instant.ofEpochMilli(row.timestamp());
    }

    static String by(ConsumerRecord<String, byte[]> row) {
        var header = row.headers().lastHeader(TopicWriter.BY);
        return header == null ? "unknown" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
