package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.consent.Consents;
import vigie.alert.notify.Channels;
import vigie.alert.notify.Ledger;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.model.Consent;
import vigie.model.Notification;
import vigie.model.Receiver;
import vigie.topic.Topics;

/** What is known about a person who is told, to be handed out or forgotten when the person asks for it. */
@RestController
@RequestMapping("/api/consents")
class ConsentController {

    private static final Duration OWN = Duration.ofSeconds(5);
    private static final int LONGEST = 300;

    private final Consents consents;
    private final Channels channels;
    private final Ledger ledger;
    private final Setup setup;
    private final TopicWriter writer;

    ConsentController(Consents consents, Channels channels, Ledger ledger, Setup setup, TopicWriter writer) {
        this.consents = consents;
        this.channels = channels;
        this.ledger = ledger;
        this.setup = setup;
        this.writer = writer;
    }

    record Form(@Nullable String channel, @Nullable String address) {}

    /**
     * @param ids by which the audit log may speak of the address, also once it is forgotten
     * @param receivers ids of those that reach the address
     */
    record Export(
            List<String> ids, @Nullable Consent consent, List<String> receivers, List<Notification> notifications) {}

    record Erased(int receivers, int notifications) {}

    @Operation(description = """
        All that is known about an address: the consent with its proof (what text, when, how), the receivers that reach it, what was \
        sent; and the `ids` by which the audit log may speak of it, also once it is forgotten. `{"channel": "email", "address": "anna@example.org"}`""")
    @PostMapping("/export")
    Export export(@RequestBody Form form) {
        var channel = channel(form);
        var address = address(form);
        var id = consents.id(channel, address);
        var receivers = reaching(id).stream().map(Receiver::id).toList();
        return new Export(
                consents.ids(channel, address),
                consents.find(id).orElse(null),
                receivers,
                sentTo(id).stream().map(Notification::withoutAlert).toList());
    }

    @Operation(description = """
        Forgets an address: its consent, the ways that lead to it (a receiver without another way goes), and the record of what was \
        sent. `{"channel": "email", "address": "anna@example.org"}`""")
    @PostMapping("/erase")
    Erased erase(@RequestBody Form form, Principal caller) throws InterruptedException {
        var channel = channel(form);
        var address = address(form);
        var id = consents.id(channel, address);
        var sent = sentTo(id);
        var reaching = reaching(id);
        for (var receiver : reaching) {
            var left = without(receiver, id).orElse(null);
            setup.awaitOwn(writer.write(Topics.RECEIVERS, receiver.id(), left, caller.getName()), OWN);
        }
        ledger.forget(sent, caller.getName());
        consents.erase(channel, address, caller.getName());
        return new Erased(reaching.size(), sent.size());
    }

    private static String channel(Form form) {
        return Fields.text("channel", form.channel(), LONGEST);
    }

    private static String address(Form form) {
        return Fields.text("address", form.address(), LONGEST);
    }

    private List<Receiver> reaching(String id) {
        return setup.receivers().stream()
                .filter(receiver -> receiver.ways().stream().anyMatch(way -> leads(way, id)))
                .toList();
    }

    private boolean leads(Receiver.Way way, String id) {
        return channels.person(way)
                .map(address -> consents.id(way.channel(), address).equals(id))
                .orElse(false);
    }

    private List<Notification> sentTo(String id) {
        return reaching(id).stream()
                .flatMap(receiver -> ledger.newestFirst()
                        .filter(row -> row.receiver().equals(receiver.id())
                                && row.way() < receiver.ways().size()
                                && leads(receiver.ways().get(row.way()), id)))
                .toList();
    }

    private Optional<Receiver> without(Receiver r, String id) {
        var left = r.ways().stream().filter(way -> !leads(way, id)).toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Receiver(
                        r.id(),
                        r.name(),
                        left.get(0).channel(),
                        left.get(0).settings(),
                        r.brands(),
                        r.minSeverity(),
                        r.language(),
                        left.subList(1, left.size()),
                        r.members(),
                        r.quietHours()));
    }
}
