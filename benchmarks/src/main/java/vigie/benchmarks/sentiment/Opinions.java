package vigie.benchmarks.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vigie.model.SentimentLabel;
import vigie.sentiment.trainer.Example;

/**
 * Posts in English made up from a fixed seed, for a run without real ones: as long as posts are, with handles, links, hashtags and emoji.
 * Good enough to measure speed; how well a reader reads people is told by texts that people wrote.
 */
final class Opinions {

    private static final List<String> THINGS = List.of(
            "the app", "your service", "the new line", "my order", "the update", "this phone", "the night train");
    private static final List<List<String>> SAYINGS = List.of(
            List.of(
                    "%s is a disgrace, never again 😡",
                    "three hours waiting for %s and nobody answers",
                    "why does %s never work when I need it?",
                    "I am so disappointed by %s, want my money back #fail"),
            List.of(
                    "does anybody know when %s starts on Monday?",
                    "%s changes its opening hours in May",
                    "reading about %s on the way home https://example.org/a",
                    "the city council talks about %s tonight"),
            List.of(
                    "%s is brilliant, thank you! 😊",
                    "really happy with %s, works like a charm",
                    "great people behind %s, solved it in a minute #love",
                    "can't believe how good %s is"));
    private static final List<String> TAILS = List.of(
            "",
            " @someone",
            " and then I went to the market with my sister as we do on Saturdays",
            " (see https://example.org/x1)",
            ", just saying",
            " ... by the way it rains again in Brest");

    private Opinions() {}

    static List<Example> of(int count, long seed) {
        var random = new Random(seed);
        var texts = new ArrayList<Example>();
        for (int i = 0; i < count; i++) {
            var label = SentimentLabel.values()[i % SAYINGS.size()];
            var saying = one(SAYINGS.get(label.ordinal()), random);
            var text = "@brand" + random.nextInt(50) + " " + saying.formatted(one(THINGS, random)) + one(TAILS, random);
            texts.add(new Example(text, label, "en", "made up"));
        }
        return texts;
    }

    private static String one(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
