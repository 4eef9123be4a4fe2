package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.alert.plain.Finding;
import vigie.alert.plain.Said;
import vigie.alert.spike.FiveMinutes;
import vigie.model.Alert;

/**
 * Judges the plain rules at the present: within a second of a mention, and once a minute without one. History that arrives later
 * changes their counts, but raises nothing: what was met in the past is a question for a backtest.
 */
final class PlainDesk {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Buckets a rule must not be met for before its incident is over. */
    private static final int CALM = 12;

    private static final int DAY = FiveMinutes.PER_DAY;
    private static final int HALF_AN_HOUR = 6;
    private static final Duration BETWEEN_UPDATES = Duration.ofSeconds(5);

    private final KeyValueStore<String, String> newest;
    private final BucketCounts counts;
    private final BucketVoices voices;
    private final TermBook terms;
    private final Incidents incidents;
    private final Corrections corrections;
    private final Outages outages;
    private final Parents parents;
    private final Watchlist watchlist;
    private final Consumer<Alert> out;
    private final Set<String> touched = new HashSet<>();
    private final Map<Stretch, Long> past = new HashMap<>();
    private long pastUntil;
    private boolean pastChanged;
    private long lookedAtAll;

    PlainDesk(
            KeyValueStore<String, String> newest,
            BucketCounts counts,
            BucketVoices voices,
            TermBook terms,
            Incidents incidents,
            Corrections corrections,
            Outages outages,
            Watchlist watchlist,
            Consumer<Alert> out) {
        this.newest = newest;
        this.counts = counts;
        this.voices = voices;
        this.terms = terms;
        this.incidents = incidents;
        this.corrections = corrections;
        this.outages = outages;
        this.watchlist = watchlist;
        this.out = out;
        parents = new Parents(incidents, watchlist);
    }

    private record Stretch(Series series, long from, long to) {}

    /** Something was counted for a brand. */
    void touch(String brand, long bucket) {
        touched.add(brand);
        pastChanged |= bucket < pastUntil - 1;
    }

    /** Judges what is due; to be called once a second while nothing old is on its way. */
    void tick(CountedBrands brands, Cause cause) {
        var now = cause.now().toEpochMilli();
        if (now - lookedAtAll >= MINUTE.toMillis()) {
            lookedAtAll = now;
            touched.addAll(brands.names());
        }
        var due = List.copyOf(touched);
        touched.clear();
        for (var brand : due) {
            judge(brand, brands.since(brand), cause);
        }
    }

    private void judge(String brand, Instant since, Cause cause) {
        var rules = watchlist.plain(brand);
        var left = openRules(brand);
        for (var plain : rules) {
            left.remove(plain.rule().rule().id());
            if (plain.rule().looksBack() && isBeingCorrected(plain)) {
                touched.add(brand);
            } else if (!(plain.rule().ofSilence() && isDeaf(plain, cause))) {
                judge(plain, since, cause);
            }
        }
        for (var gone : left.entrySet()) {
            var incident = incidents.get(brand, gone.getValue());
            if (incident != null && incident.open()) {
                resolve(incident, cause);
            }
            newest.delete(Keys.of(brand, gone.getKey()));
        }
    }

    /** Whether old mentions are arriving: what looks much or little against half of the past is neither. */
    private boolean isBeingCorrected(Watchlist.Plain plain) {
        return plain.rule().metrics().stream().anyMatch(metric -> corrections.pending(plain.series(metric)));
    }

    /** Whether much could not be heard at some time of a rule's window: what is missing may have been said. */
    private boolean isDeaf(Watchlist.Plain plain, Cause cause) {
        var last = FiveMinutes.of(cause.now());
        var series = plain.series(plain.rule().rule().metric());
        return LongStream.rangeClosed(last - plain.rule().span().buckets() + 1, last)
                .anyMatch(bucket -> outages.isUnknown(series, bucket));
    }

    /** Alert id by rule id. */
    private Map<String, String> openRules(String brand) {
        var open = new HashMap<String, String>();
        try (var rows = newest.range(Keys.first(brand), Keys.last(brand))) {
            rows.forEachRemaining(row -> open.put(row.key.substring(brand.length() + 1), row.value));
        }
        return open;
    }

    private void judge(Watchlist.Plain plain, Instant since, Cause cause) {
        var rule = plain.rule().rule();
        var bucket = FiveMinutes.of(cause.now());
        var finding = find(plain, bucket);
        var id = newest.get(Keys.of(rule.brand(), rule.id()));
        var incident = id == null ? null : incidents.get(rule.brand(), id);
        if (finding.met()) {
            meets(plain, since, finding, bucket, incident, cause);
        } else if (incident != null
                && incident.open()
                && bucket - FiveMinutes.of(incident.alert().lastAt()) >= CALM) {
            resolve(incident, cause);
        }
    }

    private Finding find(Watchlist.Plain plain, long bucket) {
        if (!plain.rule().ofTerms()) {
            return plain.rule().at(bucket, (metric, from, to) -> count(plain.series(metric), from, to, bucket));
        }
        var asks = plain.rule().newTerm();
        var series = plain.series(plain.rule().rule().metric());
        var from = bucket + 1 - plain.rule().span().buckets();
        var days = Math.min(asks.days(), terms.known(series, from));
        return asks.at(terms.said(series, from, bucket + 1, asks.authors(), asks.days()), days);
    }

    /** What is long past is counted once a bucket, not at every look: weeks of buckets may lie in it. */
    private long count(Series series, long from, long to, long bucket) {
        if (to > bucket - 1) {
            return counts.sum(series, from, to);
        }
        if (pastUntil != bucket || pastChanged) {
            pastUntil = bucket;
            pastChanged = false;
            past.clear();
        }
        return past.computeIfAbsent(new Stretch(series, from, to), s -> counts.sum(s.series(), s.from(), s.to()));
    }

    private void meets(
            Watchlist.Plain plain,
            Instant since,
            Finding finding,
            long bucket,
            @Nullable Incident incident,
            Cause cause) {
        var rule = plain.rule().rule();
        var parent = parents.over(rule, since, bucket, bucket, finding.severity());
        var at = FiveMinutes.start(bucket);
        if (incident == null || (!incident.open() && bucket - lastTold(incident) > DAY)) {
            var id = incidents.newId(rule.brand(), since, rule.id(), bucket);
            newest.put(Keys.of(rule.brand(), rule.id()), id);
            var alert = AlertDraft.first(id, rule, cause)
                    .lasts(at, at)
                    .inhibited(parent)
                    .figures(shown(plain, finding, bucket, bucket))
                    .say(Alert.Event.OPEN, parent == null);
            say(new Incident(alert, alert.tell(), List.of()));
            return;
        }
        var last = incident.alert();
        var event = event(plain, finding, bucket, incident, parent == null);
        var isStronger = event != null || (finding.observed() > last.observed() && !isOther(finding, last));
        if (event == null && cause.now().isBefore(last.decidedAt().plus(BETWEEN_UPDATES))) {
            // not forgotten: said as soon as it may be
            if (isStronger) {
                touched.add(rule.brand());
            }
            return;
        }
        var draft = AlertDraft.after(last, cause).lasts(last.openedAt(), at).inhibited(parent);
        if (isStronger) {
            draft.figures(shown(plain, finding, bucket, FiveMinutes.of(last.openedAt())));
        }
        if (event != null) {
            var isTold = parent == null && event != Alert.Event.REOPEN;
            var moments = new ArrayList<Moment>();
            if (isTold) {
                moments.add(new Moment(event, bucket));
            }
            say(incident.then(draft.say(event, isTold), moments));
        } else if (draft.differs()) {
            say(incident.then(draft.say(Alert.Event.UPDATE, false), List.of()));
        }
    }

    private static Alert.@Nullable Event event(
            Watchlist.Plain plain, Finding finding, long bucket, Incident incident, boolean free) {
        if (!incident.open()) {
            return Alert.Event.REOPEN;
        }
        if (free && !incident.told()) {
            return Alert.Event.OPEN;
        }
        if (bucket - lastTold(incident) > DAY) {
            return Alert.Event.STILL;
        }
        var isMore = plain.rule().tellsEach()
                && finding.observed() > incident.alert().observed();
        return (isMore || isOther(finding, incident.alert())) && bucket - lastTold(incident) >= HALF_AN_HOUR
                ? Alert.Event.ESCALATE
                : null;
    }

    /** Whether what is newly said has nothing to do with what an alert is about. */
    private static boolean isOther(Finding finding, Alert alert) {
        var explanation = alert.explanation();
        if (finding.terms().isEmpty() || explanation == null) {
            return false;
        }
        var known = explanation.contributors().stream()
                .filter(one -> one.dimension().equals(Shown.NEW_TERM))
                .map(Alert.Contributor::key)
                .toList();
        return finding.terms().stream().map(Said::term).noneMatch(known::contains);
    }

    private static long lastTold(Incident incident) {
        return incident.moments().stream()
                .mapToLong(Moment::bucket)
                .reduce(FiveMinutes.of(incident.alert().openedAt()), Math::max);
    }

    private Shown shown(Watchlist.Plain plain, Finding finding, long bucket, long opened) {
        var metrics = plain.rule().metrics();
        var series = plain.series(metrics.get(metrics.size() - 1));
        var size = plain.rule().span().buckets();
        return Shown.of(
                finding,
                plain.rule(),
                voices.between(series, bucket - size + 1, bucket),
                voices.between(series, opened - size - DAY, opened - size),
                watchlist.ownWords(series.brand()));
    }

    private void resolve(Incident incident, Cause cause) {
        var end = FiveMinutes.end(FiveMinutes.of(incident.alert().lastAt()));
        say(incident.then(
                AlertDraft.after(incident.alert(), cause).ends(end).say(Alert.Event.RESOLVE, false), List.of()));
    }

    private void say(Incident incident) {
        incidents.put(incident);
        out.accept(incident.alert());
    }
}
