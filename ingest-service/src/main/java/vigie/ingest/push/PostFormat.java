package vigie.ingest.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vigie.ingest.PostRules;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.Post;
import vigie.model.PostId;

/** What a pushed post must look like, and the {@link Post} it becomes. */
final class PostFormat {

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9._/+-]+");

    private PostFormat() {}

    static Post read(JsonNode item, Instant now) {
        var f = Fields.of(item);
        var platform = platform(f);
        var id = f.required("id", f.id("id", PostRules.REFERENCE));
        if (!PostRules.fitsAsKey(PostId.of(platform, id))) {
            throw f.refused("id", "is too long: platform and id together fill " + PostRules.POST_ID_BYTES + " bytes");
        }
        var published = f.required("publishedAt", f.time("publishedAt", now));
        var title = f.text("title", PostRules.TITLE);
        var mediaType = f.word("mediaType", 100, KIND, "must be a media type such as image/jpeg");
        return new Post(
                id,
                platform,
                url(f),
                published,
                f.time("receivedAt", now),
                title,
                text(f, title, mediaType),
                lang(f),
                author(f),
                f.id("inReplyTo", PostRules.REFERENCE),
                f.id("repostOf", PostRules.REFERENCE),
                f.id("thread", PostRules.REFERENCE),
                hashtags(f),
                engagement(f),
                f.word("kind", 32, KIND, "must be a plain word"),
                mediaType,
                upper(f.word("country", 2, COUNTRY, "must be two letters (ISO 3166-1)")),
                f.number("rating", 1, 5));
    }

    private static String platform(Fields f) {
        var platform = f.required("platform", f.text("platform", 64));
        if (!PostRules.isPlatform(platform)) {
            throw f.refused(
                    "platform",
                    "must be 1 to 32 of a-z, 0-9, dot, dash and underscore, beginning with a letter or digit");
        }
        return platform;
    }

    private static String text(Fields f, @Nullable String title, @Nullable String mediaType) {
        var text = f.required("text", f.text("text", PostRules.TEXT));
        if (text.isBlank() && (title == null || title.isBlank()) && mediaType == null) {
            throw f.refused("text", "may only be empty when there is a title or a mediaType");
        }
        return text;
    }

    private static @Nullable String url(Fields f) {
        var url = f.word("url", PostRules.URL);
        if (url != null && !PostRules.isWebAddress(url)) {
            throw f.refused("url", "must be an http or https address");
        }
        return url;
    }

    private static @Nullable String lang(Fields f) {
        var lang = f.word("lang", 40);
        if (lang != null && !PostRules.isLanguage(lang)) {
            throw f.refused("lang", "must be a language tag such as fr or pt-BR");
        }
        return lang == null ? null : lang.replace('_', '-');
    }

    private static @Nullable Author author(Fields post) {
        return post.object("author")
                .map(f -> new Author(
                        f.required("id", f.id("id", PostRules.REFERENCE)),
                        withoutSign(f.word("handle", PostRules.NAME), '@'),
                        f.word("name", PostRules.NAME),
                        f.count("followers"),
                        f.word("location", PostRules.NAME)))
                .orElse(null);
    }

    private static @Nullable EngagementCounts engagement(Fields post) {
        return post.object("engagement").map(EngagementFormat::counts).orElse(null);
    }

    private static List<String> hashtags(Fields f) {
        var value = f.object().get("hashtags");
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw f.refused("hashtags", "must be an array of texts");
        }
        if (value.size() > PostRules.HASHTAGS) {
            throw f.refused("hashtags", "are more than " + PostRules.HASHTAGS);
        }
        var tags = new ArrayList<String>(value.size());
        for (int i = 0; i < value.size(); i++) {
            tags.add(hashtag(f, value.get(i), "hashtags[" + i + "]"));
        }
        return tags;
    }

    private static String hashtag(Fields f, JsonNode value, String name) {
        if (!value.isString()) {
            throw f.refused(name, "must be a text");
        }
        var tag = withoutSign(PostRules.carriable(value.stringValue().strip()), '#');
        if (tag == null || tag.isEmpty() || tag.length() > PostRules.HASHTAG) {
            throw f.refused(name, "must be 1 to " + PostRules.HASHTAG + " characters");
        }
        return tag;
    }

    private static @Nullable String withoutSign(@Nullable String word, char sign) {
        return word != null && !word.isEmpty() && word.charAt(0) == sign ? word.substring(1) : word;
    }

    private static @Nullable String upper(@Nullable String word) {
        return word == null ? null : word.toUpperCase(Locale.ROOT);
    }
}
