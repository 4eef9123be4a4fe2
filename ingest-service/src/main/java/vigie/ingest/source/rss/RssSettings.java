package vigie.ingest.source.rss;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vigie.model.SourceSpec;

/**
 * Feeds from the service's settings, and bounds of all feeds.
 *
 * @param maxFeed largest feed read, after decompression
 * @param allowPrivateAddresses whether feeds may lie inside one's own network
 */
@ConfigurationProperties("vigie.ingest")
record RssSettings(
        @Nullable Map<String, Feed> feeds,
        @DefaultValue("10MB") DataSize maxFeed,
        @DefaultValue("false") boolean allowPrivateAddresses) {

    /** A feed as one writes it in YAML; the meaning of each is {@link RssKind}'s. */
    record Feed(
            @Nullable String url,
            @Nullable String interval,
            @Nullable String platform,
            @Nullable String lang) {

        SourceSpec spec(String id) {
            var settings = new HashMap<String, String>();
            put(settings, "url", url);
            put(settings, "interval", interval);
            put(settings, "platform", platform);
            put(settings, "lang", lang);
            return new SourceSpec(id, RssKind.NAME, settings);
        }

        private static void put(Map<String, String> settings, String name, @Nullable String value) {
            if (value != null) {
                settings.put(name, value);
            }
        }
    }

    List<SourceSpec> specs() {
        return feeds == null
                ? List.of()
                : feeds.entrySet().stream()
                        .map(e -> e.getValue().spec(e.getKey()))
                        .toList();
    }
}
