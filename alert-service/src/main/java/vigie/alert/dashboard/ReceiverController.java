package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.notify.Channels;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.Receiver;
import vigie.topic.Topics;

/** Whom to tell. Secrets go in and never come out; a change without them keeps the old ones. */
@RestController
@RequestMapping("/api/receivers")
class ReceiverController {

    private static final Duration OWN = Duration.ofSeconds(5);
    private static final int MOST = 500;
    private static final int SETTINGS = 20;
    private static final int LONGEST_SETTING = 2_000;

    private final Setup setup;
    private final TopicWriter writer;
    private final Channels channels;

    ReceiverController(Setup setup, TopicWriter writer, Channels channels) {
        this.setup = setup;
        this.writer = writer;
        this.channels = channels;
    }

    record Form(
            @Nullable String name,
            @Nullable String channel,
            @Nullable Map<String, @Nullable String> settings,
            @Nullable List<@Nullable String> brands,
            @Nullable Integer minSeverity,
            @Nullable String language) {}

    /** @param secrets names of the secrets that are set */
    record View(
            String id,
            String name,
            String channel,
            Map<String, String> settings,
            List<String> secrets,
            List<String> brands,
            int minSeverity,
            String language) {}

    @GetMapping
    Items<View> all() {
        return new Items<>(setup.receivers().stream().map(this::view).toList());
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        return view(found(id));
    }

    @Operation(description = """
            Creates or replaces a receiver. `channel` is `console` (no settings) or `webhook` (`url`, and `secret` of at least 16 \
            characters for the signature). No `brands` means all; nothing below `minSeverity` (0 to 4) is sent; `language` is `en` or `fr`.

            `{"name": "On call", "channel": "webhook", "settings": {"url": "https://example.org/hook", "secret": "…"}, "brands": \
            ["ponant"], "minSeverity": 2, "language": "fr"}`""")
    @PutMapping("/{id}")
    ResponseEntity<View> put(@PathVariable String id, @RequestBody Form form, Principal caller)
            throws InterruptedException {
        var old = setup.receiver(Fields.id("id", id)).orElse(null);
        if (old == null && setup.receivers().size() >= MOST) {
            throw new InvalidField("id", "there are " + MOST + " receivers already");
        }
        var receiver = checked(id, form, old);
        setup.awaitOwn(writer.write(Topics.RECEIVERS, id, receiver, caller.getName()), OWN);
        return ResponseEntity.status(old == null ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(receiver));
    }

    private Receiver checked(String id, Form form, @Nullable Receiver old) {
        var channel = Fields.text("channel", form.channel(), 40);
        var settings = settings(channel, form, old);
        channels.check(channel, settings);
        var brands = Fields.list("brands", form.brands(), MOST);
        IntStream.range(0, brands.size()).forEach(i -> Fields.id("brands[" + i + "]", brands.get(i)));
        var language = form.language() == null ? "en" : form.language().toLowerCase(Locale.ROOT);
        if (!language.equals("en") && !language.equals("fr")) {
            throw new InvalidField("language", "must be en or fr");
        }
        return new Receiver(
                id,
                Fields.text("name", form.name(), 200),
                channel,
                settings,
                brands,
                form.minSeverity() == null ? 0 : (int) Fields.between("minSeverity", form.minSeverity(), 0, 4),
                language);
    }

    private Map<String, String> settings(String channel, Form form, @Nullable Receiver old) {
        var settings = new HashMap<String, String>();
        if (old != null && old.channel().equals(channel)) {
            for (var secret : channels.secrets(channel)) {
                var kept = old.settings().get(secret);
                if (kept != null) {
                    settings.put(secret, kept);
                }
            }
        }
        var given = form.settings() == null ? Map.<String, @Nullable String>of() : form.settings();
        if (given.size() > SETTINGS) {
            throw new InvalidField("settings", "must not hold more than " + SETTINGS);
        }
        given.forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                settings.put(name, Fields.text("settings." + name, value, LONGEST_SETTING));
            }
        });
        return settings;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal caller) throws InterruptedException {
        found(id);
        setup.awaitOwn(writer.write(Topics.RECEIVERS, id, null, caller.getName()), OWN);
    }

    private Receiver found(String id) {
        return setup.receiver(id).orElseThrow(() -> new NotThere("no such receiver"));
    }

    private View view(Receiver r) {
        var secrets = channels.secrets(r.channel());
        var shown = new TreeMap<>(r.settings());
        shown.keySet().removeAll(secrets);
        return new View(
                r.id(),
                r.name(),
                r.channel(),
                shown,
                r.settings().keySet().stream()
                        .filter(secrets::contains)
                        .sorted()
                        .toList(),
                r.brands(),
                r.minSeverity(),
                r.language());
    }
}
