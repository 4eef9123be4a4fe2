package vigie.alert.plain;

/** What was counted, in the languages of the house; {@code one} is the French singular. */
record Nouns(String en, String fr, String one) {

    static final Nouns KEYWORDS =
            new Nouns("mentions with words of a crisis", "mentions avec des mots de crise", "mention de crise");

    private static final String HASHTAG = "hashtag:";

    /** English has a singular for one. */
    String en(long n) {
        return n == 1 ? en.replaceFirst("mentions", "mention") : en;
    }

    /** French has a singular for none and for one. */
    String fr(long n) {
        return n < 2 ? one : fr;
    }

    static Nouns of(String metric) {
        if (metric.equals("negative")) {
            return new Nouns("negative mentions", "mentions négatives", "mention négative");
        }
        if (metric.startsWith(HASHTAG)) {
            var tag = metric.substring(HASHTAG.length());
            return new Nouns("mentions with #" + tag, "mentions avec #" + tag, "mention avec #" + tag);
        }
        return metric.startsWith("story:")
                ? new Nouns("mentions of one story", "mentions d’une même histoire", "mention de cette histoire")
                : new Nouns("mentions", "mentions", "mention");
    }
}
