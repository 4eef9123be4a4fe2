package vigie.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of tokens that knows where each form stands, so that a query of many words reads a long text once and not once a word. */
final class TokenList {
    private static final int[] NOWHERE = {};

    private final List<Token> tokens;

    // two threads may build the same map twice; both are right, and each is complete before it is seen
    private volatile Map<Form, Map<String, int[]>> places = Map.of();

    TokenList(List<Token> tokens) {
        this.tokens = tokens;
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token get(int position) {
        return tokens.get(position);
    }

    /** The positions of a word, rising. */
    int[] positions(Word word) {
        var places = places(word.form());
        if (!word.pattern()) {
            return places.getOrDefault(word.text(), NOWHERE);
        }
        var all = new ArrayList<int[]>();
        places.forEach((form, at) -> {
            if (Wildcards.matches(word.text(), form)) {
                all.add(at);
            }
        });
        return union(all);
    }

    /** The positions of any of several words, rising. */
    int[] positions(List<Word> words) {
        if (words.size() == 1) {
            return positions(words.get(0));
        }
        return union(
                words.stream().map(this::positions).filter(p -> p.length > 0).toList());
    }

    private static int[] union(List<int[]> lists) {
        if (lists.size() < 2) {
            return lists.isEmpty() ? NOWHERE : lists.get(0);
        }
        return lists.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    }

    private Map<String, int[]> places(Form form) {
        var known = places.get(form);
        if (known != null) {
            return known;
        }
        var built = build(form);
        var all = new EnumMap<Form, Map<String, int[]>>(Form.class);
        all.putAll(places);
        all.put(form, built);
        places = all;
        return built;
    }

    private Map<String, int[]> build(Form form) {
        var counts = new HashMap<String, Integer>();
        tokens.forEach(token -> counts.merge(token.form(form), 1, Integer::sum));
        var built = new HashMap<String, int[]>();
        for (int i = tokens.size() - 1; i >= 0; i--) {
            var text = tokens.get(i).form(form);
            int place = counts.merge(text, -1, Integer::sum);
            built.computeIfAbsent(text, t -> new int[place + 1])[place] = i;
        }
        return built;
    }
}
