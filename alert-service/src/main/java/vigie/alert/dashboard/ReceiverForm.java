package vigie.alert.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.dashboard.RuleForm.QuietForm;
import vigie.alert.notify.Channels;
import vigie.alert.setup.Setup;
import vigie.door.InvalidField;
import vigie.model.Receiver;

/** Checks what a receiver is to be, and keeps the secrets that a change does not mention. */
@Component
class ReceiverForm {

    static final int MOST = 500;
    private static final int WAYS = 10;
    private static final int SETTINGS = 20;
    private static final int LONGEST_SETTING = 2_000;

    private final Channels channels;
    private final Setup setup;

    ReceiverForm(Channels channels, Setup setup) {
        this.channels = channels;
        this.setup = setup;
    }

    /**
     * @param was which way of the receiver as it is now, from 0, it keeps its secrets from; absent = the first of its channel
     */
    record WayForm(
            @Nullable String channel,
            @Nullable Map<String, @Nullable String> settings,
            @Nullable Integer was) {}

    record Form(
            @Nullable String name,
            @Nullable String channel,
            @Nullable Map<String, @Nullable String> settings,
            @Nullable List<@Nullable String> brands,
            @Nullable Integer minSeverity,
            @Nullable String language,
            @Nullable List<@Nullable WayForm> also,
            @Nullable List<@Nullable String> members,
            @Nullable QuietForm quietHours,
            @Nullable Integer was) {

        WayForm first() {
            return new WayForm(channel, settings, was);
        }
    }

    Receiver checked(String id, Form form, @Nullable Receiver old) {
        var channel = Fields.text("channel", form.channel(), 40);
        var isTeam = channel.equals(Receiver.TEAM);
        var members = members(id, form, isTeam);
        var kept = new KeptWays(old == null ? List.of() : old.ways());
        var settings = isTeam ? Map.<String, String>of() : way("", channel, form.first(), kept);
        var brands = Fields.list("brands", form.brands(), MOST);
        for (int i = 0; i < brands.size(); i++) {
            Fields.id("brands[" + i + "]", brands.get(i));
        }
        return new Receiver(
                id,
                Fields.text("name", form.name(), 200),
                channel,
                settings,
                brands,
                form.minSeverity() == null ? 0 : (int) Fields.between("minSeverity", form.minSeverity(), 0, 4),
                language(form),
                also(form, isTeam, kept),
                members,
                form.quietHours() == null ? null : RuleForm.checked(form.quietHours()));
    }

    private static String language(Form form) {
        var language = form.language() == null ? "en" : form.language().toLowerCase(Locale.ROOT);
        if (!language.equals("en") && !language.equals("fr")) {
            throw new InvalidField("language", "must be en or fr");
        }
        return language;
    }

    private List<String> members(String id, Form form, boolean isTeam) {
        var members = Fields.list("members", form.members(), MOST);
        if (isTeam == members.isEmpty()) {
            throw new InvalidField("members", isTeam ? "is required for a team" : "is only for the channel team");
        }
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).equals(id) || setup.receiver(members.get(i)).isEmpty()) {
                throw new InvalidField("members[" + i + "]", "must be the id of another receiver");
            }
        }
        return members;
    }

    private List<Receiver.Way> also(Form form, boolean isTeam, KeptWays kept) {
        var given = Fields.list("also", form.also(), WAYS);
        if (isTeam && !given.isEmpty()) {
            throw new InvalidField("also", "a team has no ways of its own");
        }
        var ways = new ArrayList<Receiver.Way>();
        for (int i = 0; i < given.size(); i++) {
            var at = "also[" + i + "].";
            var channel = Fields.text(at + "channel", given.get(i).channel(), 40);
            ways.add(new Receiver.Way(channel, way(at, channel, given.get(i), kept)));
        }
        return ways;
    }

    /** Secrets that are not given are those of the way that this one was. */
    private Map<String, String> way(String at, String channel, WayForm form, KeptWays kept) {
        var given = form.settings();
        var settings = new HashMap<String, String>();
        kept.take(channel, form.was())
                .ifPresent(way -> channels.secrets(channel).forEach(secret -> {
                    var value = way.settings().get(secret);
                    if (value != null) {
                        settings.put(secret, value);
                    }
                }));
        var entries = given == null ? Map.<String, @Nullable String>of() : given;
        if (entries.size() > SETTINGS) {
            throw new InvalidField(at + "settings", "must not hold more than " + SETTINGS);
        }
        entries.forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                settings.put(name, Fields.text(at + "settings." + name, value, LONGEST_SETTING));
            }
        });
        check(at, channel, settings);
        return settings;
    }

    private void check(String at, String channel, Map<String, String> settings) {
        try {
            channels.check(channel, settings);
        } catch (InvalidField e) {
            throw at.isEmpty() ? e : new InvalidField(at + e.field(), Objects.requireNonNull(e.getMessage()));
        }
    }
}
