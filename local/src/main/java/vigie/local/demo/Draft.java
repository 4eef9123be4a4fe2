package vigie.local.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.Post;

/** A post of the scenario in the making; the date is set when it is sent. */
record Draft(
        String platform,
        String id,
        Instant at,
        String text,
        String lang,
        Author author,
        @Nullable String title,
        @Nullable String repostOf,
        @Nullable EngagementCounts engagement) {

    Draft(String platform, String id, Instant at, String text, String lang, Author author) {
        this(platform, id, at, text, lang, author, null, null, null);
    }

    Draft titled(String newTitle) {
        return new Draft(platform, id, at, text, lang, author, newTitle, repostOf, engagement);
    }

    Draft reposting(String nativeId) {
        return new Draft(platform, id, at, text, lang, author, title, nativeId, engagement);
    }

    Draft engaged(EngagementCounts counts) {
        return new Draft(platform, id, at, text, lang, author, title, repostOf, counts);
    }

    Post post() {
        var kind = repostOf != null ? "repost" : title != null ? "article" : "post";
        return new Post(
                id,
                platform,
                "https://" + platform + ".example/" + id,
                at,
                null,
                title,
                text,
                lang,
                author,
                null,
                repostOf,
                null,
                List.of(),
                engagement,
                kind,
                null,
                null,
                null);
    }
}
