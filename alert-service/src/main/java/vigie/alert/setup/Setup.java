package vigie.alert.setup;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import vigie.model.AlertRule;
import vigie.model.Brand;
import vigie.model.BrandSentiment;
import vigie.model.MatcherStatus;
import vigie.model.Receiver;
import vigie.model.Route;
import vigie.model.SavedView;
import vigie.model.SentimentSetting;
import vigie.model.Silence;
import vigie.model.SourceOutages;
import vigie.model.SourceStatus;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/** What people have set up, as this instance knows it; the one place to ask whether a brand exists. */
public final class Setup implements AutoCloseable {

    private final Signal changed = new Signal();
    private final Matchers matchers;
    private final TopicTable<Brand> brands;
    private final TopicTable<AlertRule> rules;
    private final TopicTable<Receiver> receivers;
    private final TopicTable<Silence> silences;
    private final TopicTable<Route> routes;
    private final TopicTable<MatcherStatus> statuses;
    private final TopicTable<SourceStatus> sources;
    private final TopicTable<SourceOutages> outages;
    private final TopicTable<BrandSentiment> sentiments;
    private final TopicTable<SavedView> views;
    private final Notes notes;

    /** Starts reading at once. */
    public Setup(Map<String, Object> clientConfig, Clock clock) {
        matchers = new Matchers(clock);
        brands = new TopicTable<>(Topics.BRANDS, clientConfig, (id, brand) -> {}, changed::raise);
        rules = new TopicTable<>(Topics.ALERT_RULES, clientConfig, (id, rule) -> {}, changed::raise);
        receivers = new TopicTable<>(Topics.RECEIVERS, clientConfig, (id, receiver) -> {}, changed::raise);
        silences = new TopicTable<>(Topics.SILENCES, clientConfig, (id, silence) -> {}, changed::raise);
        routes = new TopicTable<>(Topics.ROUTES, clientConfig, (id, route) -> {}, changed::raise);
        sources = new TopicTable<>(Topics.SOURCE_STATUS, clientConfig, (id, source) -> {});
        outages = new TopicTable<>(Topics.SOURCE_OUTAGES, clientConfig, (id, told) -> {});
        sentiments = new TopicTable<>(Topics.BRAND_SENTIMENTS, clientConfig, (id, told) -> {}, changed::raise);
        views = new TopicTable<>(Topics.SAVED_VIEWS, clientConfig, (id, view) -> {}, changed::raise);
        notes = new Notes(clientConfig, brands::get, changed::raise);
        statuses = new TopicTable<>(Topics.MATCHER_STATUS, clientConfig, matchers::heard, changed::raise);
    }

    /** Whether everything that was set up before the start is known. */
    public boolean ready() {
        return tables().allMatch(TopicTable::ready);
    }

    /** Waits for {@link #ready}; false when that took too long. */
    public boolean awaitReady(Duration limit) throws InterruptedException {
        return changed.await(this::ready, limit);
    }

    public Optional<Brand> brand(String id) {
        return Optional.ofNullable(brands.get(id));
    }

    /** By id. */
    public List<Brand> brands() {
        return brands.rows().values().stream()
                .sorted(Comparator.comparing(Brand::id))
                .toList();
    }

    public Set<String> brandIds() {
        return new TreeSet<>(brands.rows().keySet());
    }

    public Optional<AlertRule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** Of all brands, by id. */
    public List<AlertRule> rules() {
        return rules.rows().values().stream()
                .sorted(Comparator.comparing(AlertRule::id))
                .toList();
    }

    public Optional<Receiver> receiver(String id) {
        return Optional.ofNullable(receivers.get(id));
    }

    /** By id. */
    public List<Receiver> receivers() {
        return receivers.rows().values().stream()
                .sorted(Comparator.comparing(Receiver::id))
                .toList();
    }

    public Optional<Silence> silence(String id) {
        return Optional.ofNullable(silences.get(id));
    }

    /** By id; past ones too, until they are deleted. */
    public List<Silence> silences() {
        return silences.rows().values().stream()
                .sorted(Comparator.comparing(Silence::id))
                .toList();
    }

    /** The routing tree; null while nobody made one. */
    public @Nullable Route route() {
        return routes.get(Route.ROOT);
    }

    /** What each source last said of itself. */
    public List<SourceStatus> sources() {
        return sources.rows().values().stream()
                .sorted(Comparator.comparing(SourceStatus::source))
                .toList();
    }

    /** When each source that is asked was not heard, as far as it is known. */
    public List<SourceOutages> outages() {
        return outages.rows().values().stream()
                .sorted(Comparator.comparing(SourceOutages::source))
                .toList();
    }

    /** How a brand's mentions are read; empty before anything was learnt or decided of this brand. */
    public Optional<BrandSentiment> sentiment(Brand brand) {
        return Optional.ofNullable(sentiments.get(brand.id()))
                .filter(told -> Objects.equals(told.brandSince(), brand.since()));
    }

    /** What people noted about mentions. */
    public Notes notes() {
        return notes;
    }

    public Optional<SavedView> view(String id) {
        return Optional.ofNullable(views.get(id));
    }

    /** Everybody's, by name. */
    public List<SavedView> views() {
        return views.rows().values().stream()
                .sorted(Comparator.comparing(SavedView::name).thenComparing(SavedView::id))
                .toList();
    }

    /** Waits until a decision about a brand's sentiment is applied; false when that took too long. */
    public boolean awaitApplied(Brand brand, SentimentSetting decided, Duration limit) throws InterruptedException {
        return changed.await(
                () -> sentiment(brand)
                        .map(BrandSentiment::setting)
                        .filter(decided::equals)
                        .isPresent(),
                limit);
    }

    /** Waits until this instance and every live matcher have applied a record of {@code brands}; false when that took too long. */
    public boolean awaitMatchers(RecordMetadata written, Duration limit) throws InterruptedException {
        return changed.await(
                () -> applied(brands, written) && matchers.allApplied(written.partition(), written.offset()), limit);
    }

    /** Whether every live matcher has applied all brands that this instance knows. */
    public boolean matchersFollow() {
        return brands.applied().entrySet().stream().allMatch(e -> matchers.allApplied(e.getKey(), e.getValue()));
    }

    /** Waits until this instance has applied a record of its own, so that a read after a write finds it. */
    public boolean awaitOwn(RecordMetadata written, Duration limit) throws InterruptedException {
        return changed.await(() -> tables().anyMatch(t -> applied(t, written)), limit);
    }

    private static boolean applied(TopicTable<?> table, RecordMetadata written) {
        return table.topic().name().equals(written.topic())
                && table.applied().getOrDefault(written.partition(), -1L) >= written.offset();
    }

    @Override
    public void close() {
        tables().forEach(TopicTable::close);
    }

    private Stream<TopicTable<?>> tables() {
        return Stream.of(
                brands,
                rules,
                receivers,
                silences,
                routes,
                statuses,
                sources,
                outages,
                sentiments,
                views,
                notes.table());
    }
}
