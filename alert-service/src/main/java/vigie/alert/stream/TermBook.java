package vigie.alert.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.apache.kafka.streams.state.KeyValueStore;
import vigie.alert.plain.Kind;
import vigie.alert.plain.Said;
import vigie.alert.plain.Span;
import vigie.alert.plain.Terms;
import vigie.alert.spike.FiveMinutes;
import vigie.model.AnalysedMention;

/**
 * What is said of a brand, for the rules that ask what is new: the last hours mention by mention and in words, the days before as
 * counts of hashes. Kept only for series that such a rule is about.
 */
final class TermBook {

    /** The longest window of a rule, and an hour for what comes late; older buckets become part of their day. */
    private static final int KEPT_IN_WORDS = Span.THREE_HOURS.buckets() + 12;

    private static final int DAY = FiveMinutes.PER_DAY;
    private static final Duration BETWEEN_FOLDS = Duration.ofMinutes(1);

    /** So many buckets become part of their days at once, so that mentions are not kept waiting. */
    private static final int FOLDED_AT_ONCE = 300;

    private final KeyValueStore<String, TermSample> recent;
    private final KeyValueStore<String, TermDay> days;
    private final BucketCounts counts;
    private final Map<Reach, Past> pasts = new HashMap<>();
    private long foldedAt;

    TermBook(KeyValueStore<String, TermSample> recent, KeyValueStore<String, TermDay> days, BucketCounts counts) {
        this.recent = recent;
        this.days = days;
        this.counts = counts;
    }

    private record Reach(Series series, int days) {}

    /** What was said before a bucket, looked up once a bucket. */
    private record Past(long until, List<TermDay> days, Map<Integer, Double> near) {

        long count(int hash) {
            return days.stream().mapToLong(day -> day.count(hash)).sum() + Math.round(near.getOrDefault(hash, 0.0));
        }
    }

    /** Adds (1) or takes away (−1) a mention. What is days old can only be added, since its words are forgotten. */
    void add(Series series, long bucket, int difference, AnalysedMention mention, long now) {
        var newest = FiveMinutes.of(Instant.ofEpochMilli(now));
        var isInWords = bucket >= newest - KEPT_IN_WORDS;
        var isTooOld = bucket < newest - (Kind.LONGEST_PAST + 1L) * DAY;
        if (isTooOld || !(isInWords || mention.change() == AnalysedMention.Change.FIRST)) {
            return;
        }
        var key = Keys.bucket(series.key(), bucket);
        var stored = recent.get(key);
        var sample = stored == null ? new TermSample() : stored;
        var post = mention.post();
        var id = hash(mention.mentionId());
        var author = post == null || post.author() == null
                ? id
                : hash(post.platform() + ":" + post.author().id());
        var isChanged = difference > 0 && post != null ? sample.add(id, author, Terms.of(post)) : sample.remove(id);
        if (!isChanged) {
            return;
        }
        if (sample.isEmpty()) {
            recent.delete(key);
        } else {
            recent.put(key, sample);
        }
        pasts.entrySet()
                .removeIf(past -> past.getKey().series().equals(series)
                        && bucket < past.getValue().until());
    }

    /**
     * What at least {@code authors} people say from one bucket (included) to another (excluded).
     *
     * @param back how many days before count
     */
    List<Said> said(Series series, long from, long to, int authors, int back) {
        var mentions = new TreeMap<String, Set<Integer>>();
        var people = new HashMap<String, Set<Integer>>();
        var weights = new HashMap<String, Double>();
        try (var rows = recent.range(Keys.bucket(series.key(), from), Keys.bucket(series.key(), to - 1))) {
            rows.forEachRemaining(row -> {
                var weight = weight(series, Keys.bucketOf(row.key), row.value);
                row.value.terms().forEach((term, said) -> {
                    mentions.computeIfAbsent(term, t -> new TreeSet<>()).addAll(said);
                    weights.merge(term, weight * said.size(), Double::sum);
                    var who = people.computeIfAbsent(term, t -> new HashSet<>());
                    said.forEach(mention -> who.add(row.value.author(mention)));
                });
            });
        }
        mentions.keySet().removeIf(term -> people.getOrDefault(term, Set.of()).size() < authors);
        if (mentions.isEmpty()) {
            return List.of();
        }
        var past = past(series, from, back);
        var said = new ArrayList<Said>();
        mentions.forEach((term, those) -> said.add(new Said(
                term,
                those,
                people.getOrDefault(term, Set.of()).size(),
                Math.round(weights.getOrDefault(term, 0.0)),
                past.count(hash(term)))));
        return said;
    }

    /** How many mentions one of a sample stands for. */
    private double weight(Series series, long bucket, TermSample sample) {
        return sample.isFull() ? Math.max(1, counts.sum(series, bucket, bucket + 1) / (double) sample.size()) : 1;
    }

    private Past past(Series series, long until, int back) {
        var known = pasts.get(new Reach(series, back));
        if (known != null && known.until() == until) {
            return known;
        }
        var first = until - (long) back * DAY;
        var whole = new ArrayList<TermDay>();
        for (var day = first / DAY; day <= until / DAY; day++) {
            var stored = days.get(Keys.bucket(series.key(), day));
            whole.add(stored == null ? TermDay.EMPTY : stored);
        }
        var near = new HashMap<Integer, Double>();
        try (var rows = recent.range(Keys.bucket(series.key(), first), Keys.bucket(series.key(), until - 1))) {
            rows.forEachRemaining(row -> addTo(near, series, Keys.bucketOf(row.key), row.value));
        }
        var past = new Past(until, whole, near);
        pasts.put(new Reach(series, back), past);
        return past;
    }

    private void addTo(Map<Integer, Double> said, Series series, long bucket, TermSample sample) {
        var weight = weight(series, bucket, sample);
        sample.terms().forEach((term, mentions) -> said.merge(hash(term), weight * mentions.size(), Double::sum));
    }

    /** How many days before a bucket are known. */
    int known(Series series, long until) {
        var first = until;
        try (var rows = days.range(Keys.first(series.key()), Keys.last(series.key()))) {
            if (rows.hasNext()) {
                first = Math.min(first, Keys.bucketOf(rows.peekNextKey()) * DAY);
            }
        }
        try (var rows = recent.range(Keys.first(series.key()), Keys.last(series.key()))) {
            if (rows.hasNext()) {
                first = Math.min(first, Keys.bucketOf(rows.peekNextKey()));
            }
        }
        return (int) ((until - first) / DAY);
    }

    /** Makes old buckets part of their days; to be called often. */
    void fold(Set<Series> asked, long now) {
        if (now - foldedAt < BETWEEN_FOLDS.toMillis()) {
            return;
        }
        foldedAt = now;
        var until = FiveMinutes.of(Instant.ofEpochMilli(now)) - KEPT_IN_WORDS;
        for (var series : asked) {
            fold(series, until);
        }
    }

    private void fold(Series series, long until) {
        var folded = new ArrayList<String>();
        var said = new TreeMap<Long, Map<Integer, Double>>();
        try (var rows = recent.range(Keys.first(series.key()), Keys.bucket(series.key(), until - 1))) {
            while (rows.hasNext() && folded.size() < FOLDED_AT_ONCE) {
                var row = rows.next();
                var bucket = Keys.bucketOf(row.key);
                addTo(said.computeIfAbsent(bucket / DAY, d -> new HashMap<>()), series, bucket, row.value);
                folded.add(row.key);
            }
        }
        said.forEach((day, more) -> {
            var key = Keys.bucket(series.key(), day);
            var stored = days.get(key);
            days.put(key, (stored == null ? TermDay.EMPTY : stored).with(more));
        });
        if (!folded.isEmpty()) {
            folded.forEach(recent::delete);
            pasts.keySet().removeIf(reach -> reach.series().equals(series));
        }
    }

    /** Forgets days no rule looks back to, and everything no rule asks for any more. */
    void trim(Set<Series> asked, long now) {
        var oldest = FiveMinutes.of(Instant.ofEpochMilli(now)) / DAY - Kind.LONGEST_PAST - 1;
        pasts.clear();
        try (var rows = days.all()) {
            while (rows.hasNext()) {
                var key = rows.next().key;
                if (Keys.bucketOf(key) < oldest || !asked.contains(Keys.seriesOf(key))) {
                    days.delete(key);
                }
            }
        }
        try (var rows = recent.all()) {
            while (rows.hasNext()) {
                var key = rows.next().key;
                if (!asked.contains(Keys.seriesOf(key))) {
                    recent.delete(key);
                }
            }
        }
    }

    private static int hash(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
