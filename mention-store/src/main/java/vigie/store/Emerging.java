package vigie.store;

import java.util.List;

/** Words said of the brands now that were hardly said before, the most striking first. */
public record Emerging(List<Item> items) {

    public Emerging {
        items = List.copyOf(items);
    }

    /**
     * @param term without case and accents
     * @param before mentions holding it in the past it was compared with
     * @param score how surprising; only the order means something
     */
    public record Item(
            String term, long mentions, long before, double score, long negative, long neutral, long positive) {}
}
