package vigie.alert.dashboard;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.store.MentionFilter;
import vigie.store.MentionPage;
import vigie.store.MentionSort;
import vigie.store.MentionStore;
import vigie.store.StoredMention;

/** A list of mentions as CSV, page after page, so that memory holds one page only. */
final class MentionRows {

    private static final int PAGE = 1_000;
    private static final int MOST = 100_000;
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final List<String> COLUMNS = List.of(
            "mentionId",
            "brand",
            "platform",
            "id",
            "url",
            "publishedAt",
            "authorId",
            "authorHandle",
            "authorName",
            "followers",
            "lang",
            "title",
            "text",
            "sentiment",
            "score",
            "confidence",
            "virality",
            "reachLow",
            "reachHigh",
            "likes",
            "shares",
            "comments",
            "views",
            "queries",
            "hashtags",
            "story",
            "voice",
            "tags",
            "assignee",
            "handled");

    private final MentionStore store;
    private final Setup setup;
    private final MentionFilter filter;
    private final MentionSort sort;
    private @Nullable MentionPage page;

    MentionRows(MentionStore store, Setup setup, MentionFilter filter, MentionSort sort) {
        this.store = store;
        this.setup = setup;
        this.filter = filter;
        this.sort = sort;
    }

    /** Asks for the first page, so that a refusal can still be answered as one. */
    void first() {
        page = store.page(filter, sort, PAGE, null);
    }

    void write(Writer out) throws IOException {
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS);
            int written = 0;
            var now = Objects.requireNonNull(page, "first() comes first");
            while (true) {
                for (var mention : now.items()) {
                    csv.printRecord(cells(mention));
                }
                written += now.items().size();
                var cursor = now.cursor();
                if (cursor == null || written >= MOST) {
                    return;
                }
                now = store.page(filter, sort, PAGE, cursor);
            }
        }
    }

    private List<@Nullable Object> cells(StoredMention m) {
        var author = m.author() == null ? Author.of("") : m.author();
        var counts = m.engagement() == null ? EngagementCounts.UNKNOWN : m.engagement();
        var row = new ArrayList<@Nullable Object>();
        row.add(m.mentionId());
        row.add(m.brand());
        row.add(harmless(m.platform()));
        row.add(harmless(m.id()));
        row.add(harmless(m.url()));
        row.add(m.publishedAt());
        row.add(harmless(author.id()));
        row.add(harmless(author.handle()));
        row.add(harmless(author.name()));
        row.add(author.followers());
        row.add(harmless(m.lang()));
        row.add(harmless(m.title()));
        row.add(harmless(m.text()));
        row.add(m.sentiment().label().wire());
        row.add(m.sentiment().score());
        row.add(m.sentiment().confidence());
        row.add(m.virality().score());
        row.add(m.reach().low());
        row.add(m.reach().high());
        row.add(counts.likes());
        row.add(counts.shares());
        row.add(counts.comments());
        row.add(counts.views());
        row.add(String.join(" ", m.queries()));
        row.add(harmless(String.join(" ", m.hashtags())));
        row.add(m.story());
        var listed = ListedMention.of(m, setup);
        var note = listed.note();
        row.add(listed.voice() == null ? null : listed.voice().wire());
        row.add(note == null ? null : harmless(String.join(" ", note.tags())));
        row.add(note == null ? null : harmless(note.assignee()));
        row.add(note != null && note.handled());
        return row;
    }

    /** A spreadsheet takes a cell with such a start for a formula, and a stranger's post must not run on our desk. */
    static @Nullable String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        return FORMULA_STARTS.indexOf(
                                        text.stripLeading().isEmpty()
                                                ? ' '
                                                : text.stripLeading().charAt(0))
                                >= 0
                        || FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }
}
