package vigie.alert.consent;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.RecordMetadata;
import vigie.alert.setup.TopicWriter;
import vigie.model.Consent;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/** Every consent that was asked for. Every instance knows all of them. */
public final class Consents implements AutoCloseable {

    /** How long the question may be answered. */
    public static final Duration ANSWER_WITHIN = Duration.ofDays(7);

    private static final String PERSON = "the person";

    private final TopicTable<Consent> table;
    private final ConsentIds ids;
    private final TopicWriter writer;
    private final Clock clock;

    Consents(Map<String, Object> clientConfig, ConsentIds ids, TopicWriter writer, Clock clock) {
        this.ids = ids;
        this.table = new TopicTable<>(Topics.CONSENTS, clientConfig, (id, consent) -> {});
        this.writer = writer;
        this.clock = clock;
    }

    /** Which consent an address needs. One that was asked for under another id keeps it: links in old messages hold it. */
    public String id(String channel, String address) {
        var all = ids.of(channel, address);
        return all.stream().filter(id -> table.get(id) != null).findFirst().orElse(all.get(0));
    }

    /** All ids under which the address may be or have been known. */
    public List<String> ids(String channel, String address) {
        return ids.of(channel, address);
    }

    public boolean ready() {
        return table.ready();
    }

    public Optional<Consent> find(String id) {
        return Optional.ofNullable(table.get(id));
    }

    public boolean given(String channel, String address) {
        return find(id(channel, address)).map(Consent::given).orElse(false);
    }

    /** Writes down that a person is asked. A consent that was given stays. */
    public Consent ask(String channel, String address, String receiver, String language, String by) {
        var id = id(channel, address);
        var known = find(id);
        if (known.map(Consent::given).orElse(false)) {
            return known.get();
        }
        var asked = new Consent(
                id,
                channel,
                receiver,
                Consent.ASKED,
                Wording.in(language).question(),
                language,
                clock.instant(),
                by,
                null,
                null,
                null);
        writer.write(Topics.CONSENTS, id, asked, by);
        return asked;
    }

    /** The person agreed to what it was shown. */
    public Optional<Consent> give(String id, String how) {
        return change(
                id,
                c -> new Consent(
                        c.id(),
                        c.channel(),
                        c.receiver(),
                        Consent.GIVEN,
                        c.text(),
                        c.language(),
                        c.askedAt(),
                        c.askedBy(),
                        clock.instant(),
                        null,
                        how));
    }

    /** The person wants nothing any more. When it had agreed stays on record. */
    public Optional<Consent> withdraw(String id, String how) {
        return change(
                id,
                c -> new Consent(
                        c.id(),
                        c.channel(),
                        c.receiver(),
                        Consent.WITHDRAWN,
                        c.text(),
                        c.language(),
                        c.askedAt(),
                        c.askedBy(),
                        c.givenAt(),
                        clock.instant(),
                        how));
    }

    private Optional<Consent> change(String id, UnaryOperator<Consent> to) {
        var changed = find(id).map(to);
        changed.ifPresent(consent -> await(writer.write(Topics.CONSENTS, id, consent, PERSON)));
        return changed;
    }

    /** Forgets an address altogether, under whatever id it is known. */
    public void erase(String channel, String address, String by) {
        var all = ids.of(channel, address);
        for (var id : all) {
            if (id.equals(all.get(0)) || table.get(id) != null) {
                await(writer.write(Topics.CONSENTS, id, null, by));
            }
        }
    }

    /** Returns once this instance has applied it, so that a read after the write finds it; gives up quietly after a while. */
    private void await(RecordMetadata written) {
        var end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (table.applied().getOrDefault(written.partition(), -1L) < written.offset() && System.nanoTime() < end) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
