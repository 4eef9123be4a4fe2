package vigie.alert.dashboard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.Brand;
import vigie.model.MentionNote;
import vigie.model.SentimentLabel;
import vigie.store.MentionFilter;
import vigie.store.Voice;

/**
 * Which mentions a request is about, as its address says it. Every refusal names the parameter.
 *
 * @param brand one or several ids; absent = all brands that exist
 * @param q a query in the language of tracking queries, which may also name what is known of a mention only later
 * @param voice {@code own}, {@code sponsored} or {@code others}
 * @param tag given by people, as are {@code assignee} and {@code handled} (true or false)
 * @param from first moment, and {@code to} the one after the last; absent = the last 7 days
 */
record FilterParams(
        @Nullable List<String> brand,
        @Nullable String q,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sentiment,
        @Nullable String platform,
        @Nullable String lang,
        @Nullable String author,
        @Nullable String hashtag,
        @Nullable String query,
        @Nullable String country,
        @Nullable String story,
        @Nullable String site,
        @Nullable String minVirality,
        @Nullable String voice,
        @Nullable String tag,
        @Nullable String assignee,
        @Nullable String handled) {

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(7);
    private static final int LONGEST = 300;

    /** The question to the index. */
    MentionFilter filter(Setup setup, Instant now) {
        return filter(setup, brands(setup, brand), now);
    }

    /** The same question about other brands. */
    MentionFilter filter(Setup setup, List<String> brands, Instant now) {
        var end = to == null ? now : instant("to", to);
        var start = from == null ? end.minus(DEFAULT_PERIOD) : instant("from", from);
        var noted = noted(setup, brands, start, end);
        return MentionFilter.between(start, end)
                .brands(brands)
                .sentiment(label("sentiment", sentiment))
                .platform(bounded("platform", platform))
                .lang(bounded("lang", lang))
                .author(bounded("author", author))
                .hashtag(bounded("hashtag", hashtag))
                .query(bounded("query", query))
                .country(bounded("country", country))
                .story(bounded("story", story))
                .site(bounded("site", site))
                .minVirality(virality())
                .voice(voice == null || voice.isEmpty() ? null : Voice.named(voice), own(setup, brands))
                .among(noted)
                .except(unhandled(setup, brands, start, end))
                .q(TrackingQuery.search("q", q))
                .build();
    }

    /** Ids of the mentions noted as asked; null where nothing is asked that only a note can say. */
    private @Nullable Set<String> noted(Setup setup, List<String> brands, Instant start, Instant end) {
        var label = bounded("tag", tag);
        var who = bounded("assignee", assignee);
        var done = wantsHandled();
        if (label == null && who == null && !Boolean.TRUE.equals(done)) {
            return null;
        }
        return setup.notes()
                .ids(
                        brands,
                        start,
                        end,
                        note -> (label == null || note.tags().contains(label.toLowerCase(Locale.ROOT)))
                                && (who == null || who.equalsIgnoreCase(note.assignee()))
                                && (done == null || note.handled() == done));
    }

    /** Most mentions carry no note: those not handled are all but the handled ones. */
    private @Nullable Set<String> unhandled(Setup setup, List<String> brands, Instant start, Instant end) {
        return Boolean.FALSE.equals(wantsHandled())
                ? setup.notes().ids(brands, start, end, MentionNote::handled)
                : null;
    }

    private @Nullable Boolean wantsHandled() {
        if (handled == null || handled.isEmpty()) {
            return null;
        }
        if (!handled.equals("true") && !handled.equals("false")) {
            throw new InvalidField("handled", "must be true or false");
        }
        return handled.equals("true");
    }

    private static Map<String, List<String>> own(Setup setup, List<String> brands) {
        return brands.stream()
                .flatMap(id -> setup.brand(id).stream())
                .filter(brand -> !brand.ownAuthors().isEmpty())
                .collect(Collectors.toMap(Brand::id, Brand::ownAuthors, (one, same) -> one));
    }

    /** The asked brands, which must exist, or all that do: what a deleted brand left behind is never shown. */
    static List<String> brands(Setup setup, @Nullable List<String> asked) {
        var existing = setup.brandIds();
        if (asked == null || asked.isEmpty()) {
            return List.copyOf(existing);
        }
        for (var id : asked) {
            if (!existing.contains(id)) {
                throw new NotThere("no such brand");
            }
        }
        return List.copyOf(asked);
    }

    /** A moment; a plus sign that an address turned into a space is understood. */
    static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidField(field, "must be a time such as 2026-03-01T08:00:00Z");
        }
    }

    static @Nullable SentimentLabel label(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(SentimentLabel.values())
                .filter(label -> label.wire().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidField(field, "must be negative, neutral or positive"));
    }

    private @Nullable Double virality() {
        if (minVirality == null || minVirality.isEmpty()) {
            return null;
        }
        try {
            return Fields.between("minVirality", Double.parseDouble(minVirality), 0, 100);
        } catch (NumberFormatException e) {
            throw new InvalidField("minVirality", "must be a number from 0 to 100");
        }
    }

    private static @Nullable String bounded(String field, @Nullable String value) {
        return Fields.optional(field, value, LONGEST);
    }
}
