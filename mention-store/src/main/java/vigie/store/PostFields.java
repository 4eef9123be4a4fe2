package vigie.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;
import vigie.model.Post;

/**
 * What can be searched of a post, the same in a post's document and in a mention's.
 *
 * @param author {@code platform:id}, one value an account; {@code authors} holds every way to name it
 * @param sites the host and its parents, so that a site's subdomains are found by one term
 */
record PostFields(
        String id,
        String platform,
        @Nullable String lang,
        @Nullable String author,
        List<String> authors,
        List<String> hashtags,
        @Nullable String country,
        @Nullable String site,
        List<String> sites,
        @Nullable String kind,
        @Nullable String mediaType,
        @Nullable String thread,
        @Nullable Double rating,
        @Nullable Long followers,
        long publishedAt) {

    static PostFields of(Post post) {
        var author = post.author();
        var host = host(post.url());
        return new PostFields(
                Keyword.of(post.postId()),
                Keyword.lower(post.platform()),
                lower(post.lang()),
                author == null ? null : authorKey(post.platform(), author.id()),
                author == null ? List.of() : names(post.platform(), author),
                hashtags(post),
                lower(post.country()),
                host,
                host == null ? List.of() : parents(host),
                lower(post.kind()),
                lower(post.mediaType()),
                post.thread() == null ? null : Keyword.of(post.thread()),
                post.rating(),
                author == null ? null : author.followers(),
                Documents.millis(post.publishedAt()));
    }

    static String authorKey(String platform, String id) {
        return Keyword.lower(platform + ":" + id);
    }

    static String hashtag(String written) {
        return Keyword.lower(written.startsWith("#") ? written.substring(1) : written);
    }

    private static List<String> names(String platform, Author author) {
        var names = new LinkedHashSet<String>();
        names.add(authorKey(platform, author.id()));
        names.add(Keyword.lower(author.id()));
        var handle = author.handle();
        if (handle != null) {
            names.add(Keyword.lower(handle));
        }
        return List.copyOf(names);
    }

    private static List<String> hashtags(Post post) {
        var tags = new LinkedHashSet<String>();
        for (var tag : post.hashtags()) {
            tags.add(hashtag(tag));
        }
        return List.copyOf(tags);
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : Keyword.lower(value);
    }

    private static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            var host = URI.create(url).getHost();
            return host == null ? null : Keyword.lower(host);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> parents(String host) {
        var all = new ArrayList<String>();
        for (var rest = host.toLowerCase(Locale.ROOT); all.size() < 10; rest = rest.substring(rest.indexOf('.') + 1)) {
            all.add(rest);
            if (rest.indexOf('.') < 0) {
                break;
            }
        }
        return all;
    }
}
