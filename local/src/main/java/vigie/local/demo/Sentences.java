package vigie.local.demo;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Fills a sentence's placeholders. */
record Sentences(Map<String, List<String>> slots) {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    String say(List<String> sentences, RandomGenerator random) {
        return fill(pick(sentences, random), random);
    }

    String fill(String sentence, RandomGenerator random) {
        return SLOT.matcher(sentence)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                        pick(slots.getOrDefault(m.group(1), List.of(m.group(1))), random)));
    }

    static <T> T pick(List<T> options, RandomGenerator random) {
        return options.get(random.nextInt(options.size()));
    }
}
