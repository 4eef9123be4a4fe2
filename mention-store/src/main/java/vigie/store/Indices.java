package vigie.store;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The names and the shape of every index.
 *
 * <p>Mentions and posts live in one index a month, by event time, so that old months can be dropped whole. Indices are never cut by
 * size: a document's id, and with it the version rule, is only known within its own index.
 */
final class Indices {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu.MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Deletes stay remembered this long, so that a repeated older write does not bring the document back. */
    private static final String TOMBSTONES = "12h";

    private final Elastic elastic;
    private final StoreSettings settings;
    private volatile boolean shaped;

    Indices(Elastic elastic, StoreSettings settings) {
        this.elastic = elastic;
        this.settings = settings;
    }

    String mentionsOf(Instant eventTime) {
        return settings.prefix() + "-mentions-" + MONTH.format(eventTime);
    }

    String postsOf(Instant eventTime) {
        return settings.prefix() + "-posts-" + MONTH.format(eventTime);
    }

    String mentions() {
        return settings.prefix() + "-mentions-*";
    }

    String posts() {
        return settings.prefix() + "-posts-*";
    }

    String alerts() {
        return settings.prefix() + "-alerts";
    }

    /** Puts templates and mappings in place, once; doing it again changes nothing. */
    void shape() {
        if (shaped) {
            return;
        }
        template("mentions", mentions(), Mappings.mentions());
        template("posts", posts(), Mappings.posts());
        template("alerts", alerts(), Mappings.alerts());
        shaped = true;
    }

    /** Whether Elasticsearch answers, knows the templates, and has all shards it needs to read and write. */
    boolean ready() {
        try {
            shape();
            var health = elastic.ask(c ->
                    c.cluster().health(h -> h.index(settings.prefix() + "-*").timeout(Time.of(t -> t.time("1s")))));
            return health.status() != HealthStatus.Red;
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    void refresh() {
        elastic.ask(c -> c.indices()
                .refresh(r ->
                        r.index(settings.prefix() + "-*").allowNoIndices(true).ignoreUnavailable(true)));
    }

    private void template(String name, String pattern, TypeMapping mapping) {
        elastic.ask(c -> c.indices()
                .putIndexTemplate(t -> t.name(settings.prefix() + "-" + name)
                        .indexPatterns(List.of(pattern))
                        .priority(200L)
                        .template(i -> i.settings(cut()).mappings(mapping))));
        // indices made by an earlier release learn the fields added since
        elastic.ask(c -> c.indices()
                .putMapping(m -> m.index(pattern)
                        .allowNoIndices(true)
                        .ignoreUnavailable(true)
                        .properties(mapping.properties())));
    }

    private IndexSettings cut() {
        return IndexSettings.of(s -> s.numberOfShards(Integer.toString(settings.shards()))
                .numberOfReplicas(Integer.toString(settings.replicas()))
                .refreshInterval(Time.of(t -> t.time("1s")))
                .gcDeletes(Time.of(t -> t.time(TOMBSTONES))));
    }
}
