package vigie.alert.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.model.AlertRule;
import vigie.topic.Topics;

/** The rules people made, and how one is put among the others. */
@Component
class Rules {

    private static final Duration OWN = Duration.ofSeconds(5);
    private static final int MOST_OF_A_BRAND = 200;

    private final Setup setup;
    private final TopicWriter writer;

    Rules(Setup setup, TopicWriter writer) {
        this.setup = setup;
        this.writer = writer;
    }

    Optional<AlertRule> find(String id) {
        return setup.rule(id);
    }

    List<AlertRule> of(List<String> brands) {
        return setup.rules().stream().filter(r -> brands.contains(r.brand())).toList();
    }

    /** The rule a form means; not yet written. */
    AlertRule checked(String id, RuleForm form) {
        return form.checked(
                Fields.dottedId("id", id),
                setup,
                find(id).map(r -> r.version() + 1).orElse(1L));
    }

    /** Whether a rule has its place among others of its brand, {@code others} being all there will be. */
    static void place(AlertRule rule, List<AlertRule> others) {
        var siblings = others.stream()
                .filter(r -> r.brand().equals(rule.brand()) && !r.id().equals(rule.id()))
                .toList();
        if (siblings.stream().anyMatch(r -> r.name().equals(rule.name()))) {
            throw new InvalidField("name", "is the name of another rule of this brand");
        }
        if (siblings.size() >= MOST_OF_A_BRAND) {
            throw new InvalidField("id", "this brand has " + MOST_OF_A_BRAND + " rules already");
        }
    }

    List<AlertRule> all() {
        return setup.rules();
    }

    void write(AlertRule rule, String by) throws InterruptedException {
        setup.awaitOwn(writer.write(Topics.ALERT_RULES, rule.id(), rule, by), OWN);
    }

    void delete(String id, String by) throws InterruptedException {
        setup.awaitOwn(writer.write(Topics.ALERT_RULES, id, null, by), OWN);
    }
}
