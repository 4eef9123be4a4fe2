package vigie.alert.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.alert.history.BrandQueries;
import vigie.alert.history.Versions;
import vigie.door.InvalidField;
import vigie.model.Brand;
import vigie.model.BrandVersion;
import vigie.model.TrackedQuery;

/** One side of a comparison: a version by its number, or queries that nobody saved yet; neither is the present version. */
record VersionForm(@Nullable Integer version, @Nullable List<BrandForm.@Nullable QueryForm> queries) {

    static final VersionForm PRESENT = new VersionForm(null, null);

    private static final int MOST = 100;

    /** @param known newest first, never empty */
    BrandQueries queries(String field, Brand brand, List<Versions.Numbered> known) {
        if (version != null && queries != null) {
            throw new InvalidField(field, "must be either a version or queries");
        }
        if (queries != null) {
            return BrandQueries.of(unsaved(field, brand));
        }
        var wanted = version == null ? known.get(0).number() : version;
        return known.stream()
                .filter(v -> v.number() == wanted)
                .findFirst()
                .map(v -> BrandQueries.of(v.version()))
                .orElseThrow(() -> new InvalidField(
                        field + ".version",
                        "must be one of the versions 1 to " + known.get(0).number()));
    }

    private BrandVersion unsaved(String field, Brand brand) {
        var given = Fields.list(field + ".queries", queries, MOST);
        var tracked = IntStream.range(0, given.size())
                .mapToObj(i -> {
                    var text = TrackingQuery.check(
                            field + ".queries[" + i + "].query", given.get(i).query());
                    var id = Fields.optional(
                            field + ".queries[" + i + "].id", given.get(i).id(), 64);
                    return new TrackedQuery(id == null ? "q" + (i + 1) : id, "", text);
                })
                .toList();
        return new BrandVersion(
                brand.id(), brand.since(), Instant.EPOCH, "", tracked, brand.excludedSites(), brand.excludedAuthors());
    }
}
