package vigie.analysis.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What people do to a text when they pass it on. */
enum Edits {
    EXACT,
    DRESS,
    WORDS_5,
    WORDS_10,
    WORDS_20,
    INSERTED_20,
    CUT,
    COMMENT,
    RETITLED,
    ONE_FACT,
    COMMENT_AND_WORDS;

    private static final List<List<String>> COMMENTS = List.of(
            List.of(
                    "Please share this widely!",
                    "I cannot believe what I am reading:",
                    "Shame on you @acme, look at that:",
                    "A friend of mine sent me this.",
                    "Again and again... 😡"),
            List.of(
                    "Partagez au maximum !",
                    "Je n'en crois pas mes yeux :",
                    "Honte à vous @acme, regardez :",
                    "Reçu d'une amie ce matin.",
                    "Encore et toujours... 😡"));
    private static final List<List<String>> TITLES = List.of(
            List.of("What our readers saw this week", "Trouble ahead, say customers", "A reader writes to us"),
            List.of("Ce que nos lecteurs ont vu", "Des ennuis en vue selon les clients", "Une lectrice nous écrit"));

    String of(String text, int language, Newsroom news, RandomGenerator random) {
        return switch (this) {
            case EXACT -> text;
            case DRESS -> dressed(text, random);
            case WORDS_5 -> changed(text, 0.05, language, news, random);
            case WORDS_10 -> changed(text, 0.1, language, news, random);
            case WORDS_20 -> changed(text, 0.2, language, news, random);
            case INSERTED_20 -> inserted(text, 0.2, language, news, random);
            case CUT -> cut(text, 0.5 + 0.4 * random.nextDouble());
            case COMMENT -> news.one(COMMENTS.get(language)) + " " + text;
            case RETITLED -> news.one(TITLES.get(language)) + "\n" + news.sentence(language) + " " + cut(text, 0.85);
            case ONE_FACT -> text.replaceFirst("\\d+", Integer.toString(1000 + random.nextInt(1000)));
            case COMMENT_AND_WORDS ->
                news.one(COMMENTS.get(language)) + " " + changed(text, 0.08, language, news, random);
        };
    }

    /** Whether it leaves enough of so short a text to be the same story to a reader. */
    boolean suits(int sentences) {
        return sentences >= (this == RETITLED || this == ONE_FACT ? 4 : 1);
    }

    private static String dressed(String text, RandomGenerator random) {
        var said = random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        return "RT @ana: " + said.replace(".", "!!! 🚆") + " https://example.org/" + random.nextInt(1000) + " @acme";
    }

    private static String changed(String text, double part, int language, Newsroom news, RandomGenerator random) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        for (int left = Math.max(1, (int) Math.round(part * words.size())); left > 0; left--) {
            words.set(random.nextInt(words.size()), news.word(language));
        }
        return String.join(" ", words);
    }

    private static String inserted(String text, double part, int language, Newsroom news, RandomGenerator random) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        for (int left = Math.max(1, (int) Math.round(part * words.size())); left > 0; left--) {
            words.add(random.nextInt(words.size() + 1), news.word(language));
        }
        return String.join(" ", words);
    }

    private static String cut(String text, double part) {
        var words = List.of(text.split(" "));
        return String.join(" ", words.subList(0, (int) Math.max(8, part * words.size())));
    }
}
