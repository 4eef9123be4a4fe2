package vigie.alert.dashboard;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.Brand;
import vigie.model.Sentiment;
import vigie.store.MentionFilter;
import vigie.store.MentionPage;
import vigie.store.MentionSort;
import vigie.store.MentionStore;
import vigie.store.StoredMention;

/** Mentions whose label a person gave, as lines of label, tab, text; page after page. */
final class CorrectionRows {

    private static final int PAGE = 1_000;
    private static final int MOST = 100_000;
    private static final Duration AHEAD = Duration.ofDays(1);

    private final MentionStore store;
    private final MentionFilter filter;
    private @Nullable MentionPage page;

    CorrectionRows(MentionStore store, Brand brand, Instant now) {
        this.store = store;
        filter = MentionFilter.between(Instant.EPOCH, now.plus(AHEAD))
                .brands(List.of(brand.id()))
                .model(Sentiment.PERSON)
                .build();
    }

    /** Asks for the first page, so that a refusal can still be answered as one. */
    void first() {
        page = store.page(filter, MentionSort.of("recent"), PAGE, null);
    }

    void write(Writer out) throws IOException {
        var now = Objects.requireNonNull(page, "first() comes first");
        for (int written = 0; written < MOST; ) {
            for (var mention : now.items()) {
                out.write(line(mention));
            }
            written += now.items().size();
            var cursor = now.cursor();
            if (cursor == null) {
                return;
            }
            now = store.page(filter, MentionSort.of("recent"), PAGE, cursor);
        }
    }

    /** White space of any kind is one blank, so that every line holds one text. */
    static String line(StoredMention mention) {
        var text = mention.title() == null ? mention.text() : mention.title() + " " + mention.text();
        return mention.sentiment().label().wire() + "\t"
                + text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip() + "\n";
    }
}
