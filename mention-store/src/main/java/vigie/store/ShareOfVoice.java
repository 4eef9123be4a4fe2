package vigie.store;

import java.util.List;
import vigie.model.Reach;

/** How the conversation divides between brands, the loudest first. */
public record ShareOfVoice(long mentions, List<Item> items) {

    public ShareOfVoice {
        items = List.copyOf(items);
    }

    /** @param share of all mentions of the asked brands, 0 to 100 */
    public record Item(
            String brand, long mentions, double share, long negative, long neutral, long positive, Reach reach) {}
}
