package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vigie.alert.plain.Terms;
import vigie.model.Alert;
import vigie.model.AnalysedMention;

/**
 * Who and what is behind a count: platforms, authors, hashtags, stories, single words, and the mentions to show. No sentence can be
 * put together from it.
 */
final class Voices {

    static final BinarySerde<Voices> SERDE = new BinarySerde<>(Voices::write, Voices::read);

    private static final int EXEMPLARS = 5;
    private static final int CONTRIBUTORS = 5;
    private static final String PLATFORM = "platform";
    private static final String STORY = "story";
    private static final String TERM = "term";

    /** A word of one mention alone is not what many talk about, and may be a name. */
    private static final int FEWEST_OF_A_TERM = 3;

    /** The largest share first, then the largest count; equal ones by name, so that the same mentions give the same explanation. */
    private static final Comparator<Alert.Contributor> LARGEST_SHARE = Comparator.comparingDouble(
                    Alert.Contributor::share)
            .thenComparingLong(Alert.Contributor::count)
            .reversed()
            .thenComparing(Alert.Contributor::key);

    private final Map<String, TopKeys> dimensions = new TreeMap<>();
    private final List<Exemplar> exemplars = new ArrayList<>();

    /** Adds (1) or takes away (−1) a mention. Of a withdrawn one only what it counted for is known, not who wrote it. */
    void add(AnalysedMention mention, int difference) {
        var platform = platform(mention);
        add(PLATFORM, platform, difference);
        var post = mention.post();
        var before = mention.before();
        if (post != null && post.author() != null) {
            add("author", platform + ":" + post.author().id(), difference);
        }
        if (post != null) {
            Terms.words(post).forEach(term -> add(TERM, term, difference));
        }
        var said = post != null ? post.hashtags() : before != null ? before.hashtags() : List.<String>of();
        said.stream().distinct().forEach(tag -> add("hashtag", tag, difference));
        var story = post == null && before != null ? before.story() : mention.story();
        if (story != null) {
            add(STORY, story, difference);
        }
        exemplars.removeIf(e -> e.mentionId().equals(mention.mentionId()));
        if (difference > 0) {
            show(new Exemplar(
                    mention.mentionId(),
                    mention.eventTime().toEpochMilli(),
                    mention.reach().high()));
        }
    }

    void moveStory(String from, String to) {
        add(STORY, from, -1);
        add(STORY, to, 1);
    }

    /** Where it was said, which is known of a withdrawn one too. */
    static String platform(AnalysedMention mention) {
        var colon = mention.postId().indexOf(':');
        return colon < 0 ? mention.postId() : mention.postId().substring(0, colon);
    }

    private void add(String dimension, String key, int difference) {
        of(dimension).add(key, difference);
    }

    private TopKeys of(String dimension) {
        return dimensions.computeIfAbsent(
                dimension, d -> new TopKeys(d.equals(TERM) ? TopKeys.MANY : TopKeys.CAPACITY));
    }

    private void show(Exemplar exemplar) {
        exemplars.add(exemplar);
        exemplars.sort(Exemplar.BEST);
        if (exemplars.size() > EXEMPLARS) {
            exemplars.remove(EXEMPLARS);
        }
    }

    void addAll(Voices other) {
        other.dimensions.forEach((dimension, keys) -> of(dimension).addAll(keys));
        other.exemplars.forEach(this::show);
    }

    /**
     * Who carries what is too much: each key's count less what it would usually carry of the expected ones, as a part of the excess.
     *
     * @param before the voices of an ordinary time before; what was not heard then carries nothing usually
     * @param count of the whole window, {@code expected} how many were usual
     * @param own words of the brand's own name, which tell nothing of what is said about it
     */
    List<Alert.Contributor> contributors(Voices before, long count, double expected, Set<String> own) {
        var scale = expected / Math.max(1, before.of(PLATFORM).total());
        var excess = Math.max(count - expected, 1);
        var contributors = new ArrayList<Alert.Contributor>();
        for (var dimension : List.copyOf(dimensions.keySet())) {
            var fewest = dimension.equals(TERM) ? FEWEST_OF_A_TERM : 1;
            of(dimension)
                    .counted()
                    .filter(entry -> entry.getValue() >= fewest)
                    .filter(entry -> !(dimension.equals(TERM) && own.contains(entry.getKey())))
                    .map(entry -> contributor(dimension, entry, before, scale, excess))
                    .sorted(LARGEST_SHARE)
                    .limit(CONTRIBUTORS)
                    .forEach(contributors::add);
        }
        return contributors;
    }

    private static Alert.Contributor contributor(
            String dimension, Map.Entry<String, Long> entry, Voices before, double scale, double excess) {
        var usual = scale * before.of(dimension).count(entry.getKey());
        var share = Math.max(0, Math.min(1, (entry.getValue() - usual) / excess));
        return new Alert.Contributor(dimension, entry.getKey(), entry.getValue(), usual, share);
    }

    List<Alert.EvidenceMention> evidence() {
        return exemplars.stream().map(Exemplar::evidence).toList();
    }

    private static void write(Voices voices, DataOutput out) throws IOException {
        out.writeByte(voices.dimensions.size());
        for (var dimension : voices.dimensions.entrySet()) {
            out.writeUTF(dimension.getKey());
            dimension.getValue().write(out);
        }
        out.writeByte(voices.exemplars.size());
        for (var exemplar : voices.exemplars) {
            out.writeUTF(exemplar.mentionId());
            out.writeLong(exemplar.at());
            out.writeLong(exemplar.reach());
        }
    }

    private static Voices read(DataInput in) throws IOException {
        var voices = new Voices();
        for (int left = in.readByte(); left > 0; left--) {
            var dimension = in.readUTF();
            voices.of(dimension).readFrom(in);
        }
        for (int left = in.readByte(); left > 0; left--) {
            voices.exemplars.add(new Exemplar(in.readUTF(), in.readLong(), in.readLong()));
        }
        return voices;
    }
}
