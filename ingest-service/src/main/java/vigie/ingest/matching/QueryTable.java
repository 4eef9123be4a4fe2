package vigie.ingest.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.query.Form;
import vigie.query.Searchable;
import vigie.query.Zone;

/**
 * Which of many queries a post may match, found by looking up the post's own words and values: the work grows with the post, not with
 * the number of queries. What it proposes too much costs time, never truth.
 */
final class QueryTable {

    private final Map<String, Lookup> lookups = new HashMap<>();
    private final List<Lookup> words;
    private final BitSet always = new BitSet();
    private final int size;

    /** Queries are numbered in the order of their anchors. */
    QueryTable(List<Set<Anchor>> anchors) {
        size = anchors.size();
        for (int query = 0; query < size; query++) {
            for (var anchor : anchors.get(query)) {
                lookups.computeIfAbsent(anchor.where(), w -> new Lookup()).add(anchor, query);
            }
            if (anchors.get(query).isEmpty()) {
                always.set(query);
            }
        }
        words = Arrays.stream(Form.values())
                .map(form -> lookups.getOrDefault(Anchor.where(form), Lookup.NOTHING))
                .toList();
    }

    /** The numbers of all queries that the post may match, and of few others. */
    BitSet candidates(Searchable post) {
        var found = new BitSet(size);
        found.or(always);
        var forms = Form.values();
        for (var tokens : post.lists(Zone.ANYWHERE)) {
            for (int i = 0; i < forms.length; i++) {
                var lookup = words.get(i);
                if (!lookup.isEmpty()) {
                    for (var token : tokens) {
                        lookup.find(token.form(forms[i]), found);
                    }
                }
            }
        }
        post.keywords().forEach((field, values) -> {
            var lookup = lookups.get(field);
            if (lookup != null) {
                values.forEach(value -> lookup.find(value, found));
            }
        });
        return found;
    }

    /** The queries that wait under words of one form, or under values of one field. */
    private static final class Lookup {

        private static final Lookup NOTHING = new Lookup();

        private final Map<String, Numbers> whole = new HashMap<>();
        private final Map<Integer, List<Waiting>> beginnings = new HashMap<>();

        private record Waiting(String beginning, int query) {}

        void add(Anchor anchor, int query) {
            if (anchor.beginning()) {
                beginnings
                        .computeIfAbsent(bucket(anchor.text()), b -> new ArrayList<>())
                        .add(new Waiting(anchor.text(), query));
            } else {
                whole.computeIfAbsent(anchor.text(), t -> new Numbers()).add(query);
            }
        }

        boolean isEmpty() {
            return whole.isEmpty() && beginnings.isEmpty();
        }

        void find(String text, BitSet into) {
            var waiting = whole.get(text);
            if (waiting != null) {
                waiting.addTo(into);
            }
            if (beginnings.isEmpty() || text.length() < 2) {
                return;
            }
            for (var begun : beginnings.getOrDefault(bucket(text), List.of())) {
                if (text.startsWith(begun.beginning)) {
                    into.set(begun.query);
                }
            }
        }

        /** Beginnings have two characters at least: the language asks for three letters, or two of Korean. */
        private static Integer bucket(String text) {
            return text.charAt(0) << 16 | text.charAt(1);
        }
    }

    /** A growing list of numbers, smaller and faster than one of objects. */
    private static final class Numbers {

        private int[] numbers = new int[1];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        void addTo(BitSet set) {
            for (int i = 0; i < size; i++) {
                set.set(numbers[i]);
            }
        }
    }
}
