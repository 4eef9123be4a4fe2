package vigie.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;
import vigie.model.Post;
import vigie.query.Searchable;

/**
 * What can be searched of a post, the same in a post's document and in a mention's.
 *
 * @param author {@code platform:id}, one value an account; {@code authors} holds every way to name it
 * @param sites the host and its parents, so that a site's subdomains are found by one term
 * @param words the tokens, by zone and form
 * @param keys what a query's keyword clauses compare with, by field
 * @param numbers what a query's ranges compare with, by field
 */
record PostFields(
        String id,
        String platform,
        @Nullable String author,
        Set<String> authors,
        Set<String> hashtags,
        @Nullable String country,
        @Nullable String site,
        List<String> sites,
        Map<String, List<String>> words,
        Map<String, Set<String>> keys,
        Map<String, Double> numbers) {

    private static final int MOST_LEVELS = 20;
    private static final Post NOTHING = Post.of("", "", Instant.EPOCH, "");
    private static final String SENTENCES = "." + Searchable.SENTENCE_FIELD;

    static PostFields of(Post post, Searchable searchable) {
        var author = post.author();
        var country = post.country();
        var sites = post.url() == null ? List.<String>of() : sites(post.url());
        return new PostFields(
                Keyword.of(post.postId()),
                Keyword.lower(post.platform()),
                author == null ? null : authorKey(post.platform(), author.id()),
                author == null ? Set.of() : names(post.platform(), author),
                hashtags(post, searchable),
                country == null ? null : Keyword.lower(country),
                sites.isEmpty() ? null : sites.get(0),
                sites,
                words(searchable),
                searchable.keywords(),
                numbers(searchable));
    }

    /** An account of a platform. */
    static String authorKey(String platform, String id) {
        return Keyword.lower(platform + ":" + id);
    }

    /** A hashtag as it is indexed, from however somebody writes it. */
    static String hashtag(String written) {
        var tag = Searchable.of(NOTHING.withHashtags(List.of(written))).hashtags();
        return tag.isEmpty()
                ? Keyword.lower(written)
                : Keyword.of(tag.iterator().next());
    }

    /** A host as it is indexed, from a host or an address. */
    static String site(String written) {
        var sites = sites(written);
        return sites.isEmpty() ? Keyword.lower(written) : sites.get(0);
    }

    private static Set<String> names(String platform, Author author) {
        var names = new LinkedHashSet<String>();
        names.add(authorKey(platform, author.id()));
        names.add(Keyword.lower(author.id()));
        var handle = author.handle();
        if (handle != null) {
            names.add(Keyword.lower(handle));
        }
        return names;
    }

    private static Set<String> hashtags(Post post, Searchable searchable) {
        var tags = new LinkedHashSet<String>();
        searchable.hashtags().forEach(tag -> tags.add(Keyword.of(tag)));
        for (var declared : post.hashtags()) {
            // one without any letter is no hashtag to the tokenizer, but its platform says it is one
            if (declared.codePoints().noneMatch(Character::isLetterOrDigit)) {
                tags.add(Keyword.lower(declared));
            }
        }
        return tags;
    }

    private static List<String> sites(String address) {
        var keys = Searchable.of(linking(address)).keywords().getOrDefault("site", Set.of());
        var sites = new ArrayList<String>();
        // the longest is the host itself, the others are above it
        keys.stream()
                .sorted((a, b) -> b.length() - a.length())
                .limit(MOST_LEVELS)
                .forEach(sites::add);
        return sites;
    }

    private static Post linking(String address) {
        return new Post(
                "",
                "",
                address,
                Instant.EPOCH,
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private static Map<String, List<String>> words(Searchable searchable) {
        var words = new HashMap<String, List<String>>();
        searchable.tokenFields().forEach((field, lists) -> {
            if (lists.stream().anyMatch(list -> !list.isEmpty())) {
                words.put(
                        field,
                        field.endsWith(SENTENCES)
                                ? lists.stream().map(SentenceMarks::of).toList()
                                : lists);
            }
        });
        return words;
    }

    /** Lucene keeps −0 apart from 0 and takes no infinity. */
    private static Map<String, Double> numbers(Searchable searchable) {
        var numbers = new HashMap<String, Double>();
        searchable.numbers().forEach((field, number) -> {
            if (Double.isFinite(number)) {
                numbers.put(field, number + 0.0);
            }
        });
        return numbers;
    }
}
