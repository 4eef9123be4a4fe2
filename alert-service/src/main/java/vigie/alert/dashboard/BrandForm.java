package vigie.alert.dashboard;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.door.InvalidField;
import vigie.model.Brand;
import vigie.model.TrackedQuery;
import vigie.query.Exclusions;

/** A brand as people send it. */
record BrandForm(
        @Nullable String name,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable List<@Nullable QueryForm> queries,
        @Nullable List<@Nullable String> hashtags,
        @Nullable List<@Nullable String> competitors,
        @Nullable List<@Nullable String> excludedSites,
        @Nullable List<@Nullable String> excludedAuthors,
        @Nullable List<@Nullable String> ownAuthors) {

    private static final int NAME = 200;
    private static final int QUERIES = 100;
    private static final int TAGS = 100;
    private static final int OTHERS = 100;
    private static final int EXCLUDED = 1_000;
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]{1,100}");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{M}\\p{N}.-]{1,253}");
    private static final Pattern AUTHOR = Pattern.compile("[a-z0-9._-]{1,32}:\\S(.{0,298}\\S)?");

    record QueryForm(
            @Nullable String id,
            @Nullable String name,
            @Nullable String query) {}

    /** The brand, if everything is acceptable; a competitor may be created later than this brand, so it need not exist. */
    Brand checked(String id, Instant since) {
        return new Brand(
                id,
                Fields.text("name", name, NAME),
                Fields.language("language", language),
                Fields.zone("timeZone", timeZone),
                checkedQueries(),
                Fields.each("hashtags", hashtags, TAGS, BrandForm::tag),
                Fields.each("competitors", competitors, OTHERS, (field, other) -> competitor(id, field, other)),
                Fields.each("excludedSites", excludedSites, EXCLUDED, BrandForm::host),
                Fields.each("excludedAuthors", excludedAuthors, EXCLUDED, BrandForm::account),
                Fields.each("ownAuthors", ownAuthors, EXCLUDED, BrandForm::account),
                since);
    }

    private List<TrackedQuery> checkedQueries() {
        var forms = Fields.list("queries", queries, QUERIES);
        var seen = new HashSet<String>();
        return IntStream.range(0, forms.size())
                .mapToObj(i -> {
                    var field = "queries[" + i + "]";
                    var form = forms.get(i);
                    var id = Fields.id(field + ".id", form.id());
                    if (!seen.add(id)) {
                        throw new InvalidField(field + ".id", "is there twice");
                    }
                    var name = Fields.optional(field + ".name", form.name(), NAME);
                    return new TrackedQuery(
                            id, name == null ? id : name, TrackingQuery.check(field + ".query", form.query()));
                })
                .toList();
    }

    private static String tag(String field, String value) {
        var bare = value.startsWith("#") ? value.substring(1) : value;
        var normal = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Fields.matching(field, normal, TAG, "must be a hashtag of letters, digits and _");
    }

    private static String host(String field, String value) {
        var host = Fields.matching(field, value.strip(), HOST, "must be a host name such as example.org");
        return Fields.matching(field, Exclusions.site(host), HOST, "must be a host name such as example.org");
    }

    private static String account(String field, String value) {
        return Fields.matching(field, value.strip(), AUTHOR, "must be platform:authorId");
    }

    private static String competitor(String brand, String field, String other) {
        if (other.equals(brand)) {
            throw new InvalidField(field, "must be another brand");
        }
        return Fields.id(field, other);
    }
}
