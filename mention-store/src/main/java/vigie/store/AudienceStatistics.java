package vigie.store;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.util.NamedValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up followers and reach, by account and by platform. */
final class AudienceStatistics {

    private static final String FOLLOWERS = "followers";

    /** The accounts with the most followers: those beyond add next to nothing. */
    private static final int ACCOUNTS = 10_000;

    private static final int PLATFORMS = 100;

    private static final Aggregation KNOWN = Aggregation.of(a -> a.valueCount(v -> v.field(FOLLOWERS)));
    private static final Aggregation ACCOUNTS_HEARD = Statistics.distinct("post.author");

    private static final Map<String, Aggregation> QUESTIONS = Map.of(
            "platforms",
            Aggregation.of(a -> a.terms(t -> t.field("post.platform").size(PLATFORMS))
                    .aggregations(Map.of(
                            "known",
                            KNOWN,
                            FOLLOWERS,
                            Tally.sum(FOLLOWERS),
                            "reachLow",
                            Tally.sum("reachLow"),
                            "reachHigh",
                            Tally.sum("reachHigh")))),
            "all",
            Aggregation.of(a -> a.valueCount(v -> v.field("mentionId"))),
            "known",
            KNOWN,
            "reachLow",
            Tally.sum("reachLow"),
            "reachHigh",
            Tally.sum("reachHigh"),
            "accounts",
            ACCOUNTS_HEARD,
            "accountsKnown",
            Aggregation.of(
                    a -> a.filter(q -> q.exists(e -> e.field(FOLLOWERS))).aggregations("accounts", ACCOUNTS_HEARD)),
            "largest",
            Aggregation.of(a -> a.terms(
                            t -> t.field("post.author").size(ACCOUNTS).order(NamedValue.of(FOLLOWERS, SortOrder.Desc)))
                    .aggregations(FOLLOWERS, Aggregation.of(m -> m.max(x -> x.field(FOLLOWERS))))));

    private final Elastic elastic;
    private final Indices indices;

    AudienceStatistics(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    Audience of(MentionFilter filter) {
        var answer = elastic.count(indices.mentions(), Filters.of(filter), QUESTIONS);
        var known = answer.get("accountsKnown");
        return new Audience(
                potential(answer.get("largest")),
                Tally.reach(answer),
                count(answer.get("all")),
                count(answer.get("known")),
                Statistics.distinct(answer.get("accounts")),
                known == null
                        ? 0
                        : Statistics.distinct(known.filter().aggregations().get("accounts")),
                platforms(answer.get("platforms")));
    }

    private static long potential(@Nullable Aggregate largest) {
        if (largest == null) {
            return 0;
        }
        double sum = 0;
        for (var account : largest.sterms().buckets().array()) {
            var followers = account.aggregations().get(FOLLOWERS);
            // of accounts whose followers nobody knows there is no largest number
            var most = followers == null ? null : followers.max().value();
            sum += most == null || !Double.isFinite(most) ? 0 : most;
        }
        return Math.round(sum);
    }

    private static List<Audience.Platform> platforms(@Nullable Aggregate answer) {
        return answer == null
                ? List.of()
                : answer.sterms().buckets().array().stream()
                        .map(AudienceStatistics::platform)
                        .sorted(Comparator.comparingLong(
                                        (Audience.Platform p) -> -p.reach().high())
                                .thenComparing(Audience.Platform::platform))
                        .toList();
    }

    private static Audience.Platform platform(StringTermsBucket bucket) {
        var figures = bucket.aggregations();
        var followers = Tally.sum(figures.get(FOLLOWERS));
        var reach = Tally.reach(figures);
        return new Audience.Platform(
                bucket.key().stringValue(),
                bucket.docCount(),
                count(figures.get("known")),
                followers,
                Audience.Rate.of(reach, followers),
                reach);
    }

    private static long count(@Nullable Aggregate answer) {
        return answer == null ? 0 : Math.round(answer.valueCount().value());
    }
}
