package vigie.alert.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.stereotype.Component;
import vigie.alert.live.Watch;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.ComeBack;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.AlertRule;
import vigie.model.Brand;
import vigie.topic.Topics;

/** Creates, changes and ends brands. Of two changes at the same time the last one written stands. */
@Component
class Brands {

    private static final int MOST = 1_000;
    private static final Duration OWN = Duration.ofSeconds(5);

    /** Whoever asks while the service starts is better served late than sent away. */
    private static final Duration AT_START = Duration.ofSeconds(10);

    private final Setup setup;
    private final TopicWriter writer;
    private final Watch watch;
    private final BrandRemoval removal;
    private final Clock clock;

    Brands(Setup setup, TopicWriter writer, Watch watch, BrandRemoval removal, Clock clock) {
        this.setup = setup;
        this.writer = writer;
        this.watch = watch;
        this.removal = removal;
        this.clock = clock;
    }

    /** A brand that Kafka has, and where. */
    record Change(Brand brand, boolean created, RecordMetadata written) {}

    List<Brand> all() {
        return setup.brands();
    }

    Optional<Brand> get(String id) {
        return setup.brand(id);
    }

    synchronized Change put(String id, BrandForm form, String by) throws InterruptedException {
        known();
        var old = setup.brand(id);
        var since = old.map(Brand::since).orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var brand = form.checked(id, since);
        if (old.isEmpty()) {
            if (setup.brandIds().size() >= MOST) {
                throw new InvalidField("id", "there are " + MOST + " brands already; delete one first");
            }
            // before the brand: should we die in between, the next try finds no brand and writes them again
            writeRules(id, by);
        }
        return new Change(brand, old.isEmpty(), writer.write(Topics.BRANDS, id, brand, by));
    }

    private void writeRules(String brand, String by) {
        var rules = List.of(
                AlertRule.defaultFor(brand, "negative-spike", "negative"),
                AlertRule.defaultFor(brand, "volume-spike", "mentions"));
        var begun = rules.stream()
                .map(rule -> writer.begin(Topics.ALERT_RULES, rule.id(), rule, by))
                .toList();
        begun.forEach(writer::settle);
    }

    boolean awaitMatchers(Change change, Duration limit) throws InterruptedException {
        return setup.awaitMatchers(change.written(), limit);
    }

    synchronized void delete(String id, String by) throws InterruptedException {
        known();
        if (setup.brand(id).isEmpty()) {
            throw new NotThere("no brand " + id);
        }
        var written = writer.write(Topics.BRANDS, id, null, by);
        setup.rules().stream()
                .filter(rule -> rule.brand().equals(id))
                .map(rule -> writer.begin(Topics.ALERT_RULES, rule.id(), null, by))
                .toList()
                .forEach(writer::settle);
        setup.awaitOwn(written, OWN);
        watch.forget(id);
        removal.begin(id, clock.instant());
    }

    private void known() throws InterruptedException {
        if (!setup.awaitReady(AT_START)) {
            throw new ComeBack(503, Duration.ofSeconds(2), "still reading what is set up");
        }
    }
}
