package vigie.query;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;
import vigie.model.Post;

/** Puts a post's fields into the normal form that queries ask for. */
final class PostFields {
    private final Map<String, Set<String>> keywords = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private final Post post;

    PostFields(Post post, List<List<Token>> lists) {
        this.post = post;
        lists.forEach(tokens -> tokens.forEach(this::token));
        author(post.author());
        addresses();
        kinds();
        plain(Field.PLATFORM, post.platform());
        plain(Field.COUNTRY, post.country());
        plain(Field.MEDIA_TYPE, post.mediaType());
        language(post.lang());
        if (post.thread() != null) {
            add(Field.THREAD, Names.id(post.thread()));
        }
        number(Field.RATING, post.rating());
        numbers.put(Field.PUBLISHED.key(), (double) post.publishedAt().toEpochMilli());
        has("title", post.title() != null && !post.title().isBlank());
        has("media", post.mediaType() != null);
        has("rating", post.rating() != null);
    }

    Map<String, Set<String>> keywords() {
        var copy = new HashMap<String, Set<String>>();
        keywords.forEach((field, keys) -> copy.put(field, Set.copyOf(keys)));
        return Map.copyOf(copy);
    }

    Map<String, Double> numbers() {
        return Map.copyOf(numbers);
    }

    private void token(Token token) {
        switch (token.kind()) {
            case HASHTAG -> {
                has("hashtag", true);
                name(Field.HASHTAG, token);
            }
            case MENTION -> {
                has("mention", true);
                name(Field.MENTION, token);
            }
            case LINK -> {
                has("link", true);
                Addresses.keys(token.exact()).forEach(key -> add(Field.LINKS, key));
            }
            case CASHTAG -> has("cashtag", true);
            case EMOJI -> has("emoji", true);
            default -> {}
        }
    }

    private void name(Field field, Token token) {
        add(field, token.accented().substring(1));
        add(field, token.folded().substring(1));
    }

    private void author(@Nullable Author author) {
        if (author == null) {
            return;
        }
        Names.keys(author.id()).forEach(key -> add(Field.AUTHOR, key));
        if (author.handle() != null) {
            Names.keys(author.handle()).forEach(key -> add(Field.AUTHOR, key));
        }
        if (author.name() != null) {
            Names.keys(author.name()).forEach(key -> add(Field.AUTHOR, key));
        }
        number(Field.FOLLOWERS, author.followers());
        has("location", author.location() != null && !author.location().isBlank());
    }

    private void addresses() {
        if (post.url() != null) {
            Addresses.keys(post.url()).forEach(key -> add(Field.URL, key));
            Addresses.sites(post.url()).forEach(key -> add(Field.SITE, key));
        }
    }

    private void kinds() {
        boolean repost = post.repostOf() != null;
        boolean reply = post.inReplyTo() != null;
        boolean review = post.rating() != null;
        is("repost", repost);
        is("reply", reply);
        is("review", review);
        is("original", !repost && !reply);
        plain(
                Field.KIND,
                post.kind() != null ? post.kind() : repost ? "repost" : reply ? "reply" : review ? "review" : "post");
    }

    /** {@code fr-CA} is found as {@code fr-ca} and {@code fr}. */
    private void language(@Nullable String lang) {
        if (lang == null) {
            return;
        }
        var tag = lang.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        plain(Field.LANG, tag);
        int dash = tag.indexOf('-');
        plain(Field.LANG, dash < 0 ? tag : tag.substring(0, dash));
    }

    private void is(String what, boolean so) {
        if (so) {
            add(Field.IS, what);
        }
    }

    private void has(String what, boolean so) {
        if (so) {
            add(Field.HAS, what);
        }
    }

    private void plain(Field field, @Nullable String value) {
        if (value != null) {
            add(field, Names.folded(Names.tidy(value)));
        }
    }

    private void add(Field field, String key) {
        if (!key.isEmpty()) {
            keywords.computeIfAbsent(field.key(), k -> new LinkedHashSet<>()).add(key);
        }
    }

    private void number(Field field, @Nullable Number value) {
        if (value != null) {
            numbers.put(field.key(), value.doubleValue());
        }
    }
}
