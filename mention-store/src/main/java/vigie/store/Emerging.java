package vigie.store;

import java.util.List;

/** Words, phrases and hashtags said of the brands now that were hardly said before, the most striking first. */
public record Emerging(List<Item> items) {

    public Emerging {
        items = List.copyOf(items);
    }

    /**
     * @param term without case and accents; a hashtag where most use it as one
     * @param before mentions holding it in the past it was compared with
     * @param score by how much it is said more often now, for sure: the lower end of the 95 % interval of the difference of log-odds
     * @param forms the ways it is written that were counted together: a word and its hashtag
     */
    public record Item(
            String term,
            long mentions,
            long before,
            double score,
            long negative,
            long neutral,
            long positive,
            List<String> forms) {

        public Item {
            forms = List.copyOf(forms);
        }

        /** This word's figures, which are also those of its hashtag. */
        Item with(Item hashtag, boolean mostly) {
            var first = mostly ? hashtag.term : term;
            var second = mostly ? term : hashtag.term;
            return new Item(first, mentions, before, score, negative, neutral, positive, List.of(first, second));
        }
    }
}
