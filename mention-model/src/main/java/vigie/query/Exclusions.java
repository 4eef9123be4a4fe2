package vigie.query;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vigie.model.Post;

/**
 * Whom a brand does not want to hear, whatever they say. Beside the queries and not in them, because it holds for all of them.
 *
 * @param sites hosts as posts' sites are written, see {@link #site}; their subdomains count
 * @param authors {@code platform:authorId} in lower case, as the index holds accounts
 */
public record Exclusions(Set<String> sites, Set<String> authors) {

    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of());

    public Exclusions {
        sites = Set.copyOf(sites);
        authors = Set.copyOf(authors);
    }

    /** From hosts and authors as people write them. */
    public static Exclusions of(Collection<String> hosts, Collection<String> authors) {
        return new Exclusions(
                hosts.stream().map(Exclusions::site).collect(Collectors.toSet()),
                authors.stream().map(Exclusions::account).collect(Collectors.toSet()));
    }

    /** A host as posts' sites are written: lower case, without {@code www.}, and not in the code that stands for other alphabets. */
    public static String site(String host) {
        return Addresses.sites(host).stream().findFirst().orElse("");
    }

    private static String account(String author) {
        return author.toLowerCase(Locale.ROOT);
    }

    /** Whether the post is to be passed over; {@code view} is the same post as queries see it. */
    public boolean excludes(Post post, Searchable view) {
        if (!sites.isEmpty()) {
            for (var site : view.keywords().getOrDefault(Field.SITE.key(), Set.of())) {
                if (sites.contains(site)) {
                    return true;
                }
            }
        }
        var author = post.author();
        return !authors.isEmpty() && author != null && authors.contains(account(post.platform() + ":" + author.id()));
    }
}
