package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which mentions of one bucket say what. Of more than {@value #MOST_MENTIONS} only those with the smallest hashes are kept: a fair part,
 * and the same one in whatever order they came. No text can be put together from it.
 */
final class TermSample {

    static final BinarySerde<TermSample> SERDE = new BinarySerde<>(TermSample::write, TermSample::read);

    static final int MOST_MENTIONS = 64;

    /** Author by mention, both as hashes. */
    private final TreeMap<Integer, Integer> authors = new TreeMap<>();

    private final TreeMap<String, TreeSet<Integer>> terms = new TreeMap<>();

    /** Returns whether anything changed. */
    boolean add(int mention, int author, Set<String> said) {
        var isNew = !authors.containsKey(mention);
        if (isNew && isFull() && mention > authors.lastKey()) {
            return false;
        }
        remove(mention);
        if (isFull()) {
            remove(authors.lastKey());
        }
        authors.put(mention, author);
        said.forEach(term -> terms.computeIfAbsent(term, t -> new TreeSet<>()).add(mention));
        return true;
    }

    /** Returns whether it was there. */
    boolean remove(int mention) {
        if (authors.remove(mention) == null) {
            return false;
        }
        terms.values().removeIf(mentions -> mentions.remove(mention) && mentions.isEmpty());
        return true;
    }

    boolean isEmpty() {
        return authors.isEmpty();
    }

    /** Whether there may have been more mentions than these. */
    boolean isFull() {
        return authors.size() >= MOST_MENTIONS;
    }

    int size() {
        return authors.size();
    }

    Map<String, ? extends Set<Integer>> terms() {
        return terms;
    }

    int author(int mention) {
        return authors.getOrDefault(mention, mention);
    }

    private static void write(TermSample sample, DataOutput out) throws IOException {
        var places = new ArrayList<>(sample.authors.keySet());
        out.writeByte(places.size());
        for (var one : sample.authors.entrySet()) {
            out.writeInt(one.getKey());
            out.writeInt(one.getValue());
        }
        out.writeShort(sample.terms.size());
        for (var term : sample.terms.entrySet()) {
            out.writeUTF(term.getKey());
            out.writeByte(term.getValue().size());
            for (var mention : term.getValue()) {
                out.writeByte(places.indexOf(mention));
            }
        }
    }

    private static TermSample read(DataInput in) throws IOException {
        var sample = new TermSample();
        var places = new ArrayList<Integer>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            places.add(in.readInt());
            sample.authors.put(places.get(places.size() - 1), in.readInt());
        }
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            sample.terms.put(in.readUTF(), readMentions(in, places));
        }
        return sample;
    }

    private static TreeSet<Integer> readMentions(DataInput in, List<Integer> places) throws IOException {
        var mentions = new TreeSet<Integer>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            mentions.add(places.get(in.readUnsignedByte()));
        }
        return mentions;
    }
}
