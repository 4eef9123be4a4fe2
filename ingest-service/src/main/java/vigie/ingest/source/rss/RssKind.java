package vigie.ingest.source.rss;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;
import vigie.door.InvalidField;
import vigie.ingest.PostRules;
import vigie.ingest.source.Source;
import vigie.ingest.source.SourceKind;
import vigie.model.SourceSpec;

/** Feeds as a kind of source: {@code url}, {@code interval} (5 minutes), {@code platform} ({@code rss}), {@code lang}. */
@Component
class RssKind implements SourceKind, AutoCloseable {

    static final String NAME = "rss";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final RssSettings settings;
    private final FeedClient client;

    RssKind(RssSettings settings) {
        this.settings = settings;
        client = new FeedClient(
                new AddressGuard(settings.allowPrivateAddresses()),
                settings.maxFeed().toBytes());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SourceSpec check(SourceSpec spec) {
        var kept = new HashMap<String, String>();
        kept.put("url", url(spec.settings().get("url")).toString());
        kept.put(
                "interval",
                interval(spec.settings().getOrDefault("interval", "5m")).toString());
        kept.put("platform", platform(spec.settings().getOrDefault("platform", NAME)));
        var lang = spec.settings().get("lang");
        if (lang != null && !lang.isBlank()) {
            if (!PostRules.isLanguage(lang)) {
                throw new InvalidField("lang", "must be a language tag such as fr or pt-BR");
            }
            kept.put("lang", lang);
        }
        return new SourceSpec(spec.id(), NAME, kept);
    }

    @Override
    public Source open(SourceSpec spec) {
        var s = check(spec).settings();
        var feed = new Feed(
                URI.create(s.getOrDefault("url", "")),
                Duration.parse(s.getOrDefault("interval", "")),
                s.getOrDefault("platform", NAME),
                s.get("lang"));
        return new RssSource(feed, client);
    }

    @Override
    public List<SourceSpec> configured() {
        return settings.specs();
    }

    private static URI url(@org.jspecify.annotations.Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidField("url", "is required");
        }
        try {
            var url = new URI(text.strip());
            if (!PostRules.isWebAddress(text.strip()) || url.getHost() == null) {
                throw new InvalidField("url", "must be an http or https address");
            }
            if (url.getUserInfo() != null) {
                throw new InvalidField("url", "must not hold a user or password");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new InvalidField("url", "must be an http or https address");
        }
    }

    private static Duration interval(String text) {
        try {
            var interval = DurationStyle.detectAndParse(text, java.time.temporal.ChronoUnit.SECONDS);
            if (interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0) {
                return interval;
            }
        } catch (IllegalArgumentException e) {
            // told below, like a length out of bounds
        }
        throw new InvalidField("interval", "must be a length from 1s to 7d, such as 5m");
    }

    private static String platform(String name) {
        if (!PostRules.isPlatform(name)) {
            throw new InvalidField("platform", "must be a platform's name such as rss");
        }
        return name;
    }

    @Override
    public void close() {
        client.close();
    }
}
