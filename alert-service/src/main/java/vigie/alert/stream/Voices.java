package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vigie.model.Alert;
import vigie.model.AnalysedMention;

/** Who and what is behind a count: platforms, authors, hashtags, stories, and the mentions to show. No text. */
final class Voices {

    static final BinarySerde<Voices> SERDE = new BinarySerde<>(Voices::write, Voices::read);

    private static final int EXEMPLARS = 5;
    private static final int CONTRIBUTORS = 5;

    private final Map<String, TopKeys> dimensions = new TreeMap<>();
    private final List<Exemplar> exemplars = new ArrayList<>();

    /** Adds (1) or takes away (−1) a mention. Of a withdrawn one only what it counted for is known, not who wrote it. */
    void add(AnalysedMention mention, int difference) {
        var colon = mention.postId().indexOf(':');
        var platform = colon < 0 ? mention.postId() : mention.postId().substring(0, colon);
        add("platform", platform, difference);
        var post = mention.post();
        var before = mention.before();
        if (post != null && post.author() != null) {
            add("author", platform + ":" + post.author().id(), difference);
        }
        var said = post != null ? post.hashtags() : before != null ? before.hashtags() : List.<String>of();
        said.stream().distinct().forEach(tag -> add("hashtag", tag, difference));
        var story = post == null && before != null ? before.story() : mention.story();
        if (story != null) {
            add("story", story, difference);
        }
        exemplars.removeIf(e -> e.mentionId().equals(mention.mentionId()));
        if (difference > 0) {
            show(new Exemplar(
                    mention.mentionId(),
                    mention.eventTime().toEpochMilli(),
                    mention.reach().high()));
        }
    }

    private void add(String dimension, String key, int difference) {
        dimensions.computeIfAbsent(dimension, d -> new TopKeys()).add(key, difference);
    }

    private void show(Exemplar exemplar) {
        exemplars.add(exemplar);
        exemplars.sort(Exemplar.BEST);
        if (exemplars.size() > EXEMPLARS) {
            exemplars.remove(EXEMPLARS);
        }
    }

    void addAll(Voices other) {
        other.dimensions.forEach((dimension, keys) ->
                dimensions.computeIfAbsent(dimension, d -> new TopKeys()).addAll(keys));
        other.exemplars.forEach(this::show);
    }

    /** @param count of the whole window */
    List<Alert.Contributor> contributors(long count) {
        var contributors = new ArrayList<Alert.Contributor>();
        dimensions.forEach((dimension, keys) -> {
            for (var entry : keys.largest(CONTRIBUTORS)) {
                var share = Math.min(1, entry.getValue() / (double) Math.max(1, count));
                contributors.add(new Alert.Contributor(dimension, entry.getKey(), entry.getValue(), share));
            }
        });
        return contributors;
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
            voices.dimensions.put(in.readUTF(), TopKeys.read(in));
        }
        for (int left = in.readByte(); left > 0; left--) {
            voices.exemplars.add(new Exemplar(in.readUTF(), in.readLong(), in.readLong()));
        }
        return voices;
    }
}
