package vigie.query;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vigie.model.Post;

/**
 * Whom a brand does not want to hear, whatever they say. Beside the queries and not in them, because it holds for all of them.
 *
 * @param sites hosts as the index of sites writes them; their subdomains count
 * @param authors {@code platform:authorId}
 */
public record Exclusions(Set<String> sites, Set<String> authors) {

    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of());

    public Exclusions {
        sites = Set.copyOf(sites);
        authors = Set.copyOf(authors);
    }

    /** From hosts and authors as people write them. */
    public static Exclusions of(Collection<String> hosts, Collection<String> authors) {
        return new Exclusions(hosts.stream().map(Exclusions::site).collect(Collectors.toSet()), Set.copyOf(authors));
    }

    private static String site(String host) {
        var lower = host.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }

    /** Whether the post is to be passed over; {@code view} is the same post as queries see it. */
    public boolean excludes(Post post, Searchable view) {
        if (!sites.isEmpty()) {
            for (var site : view.keywords().getOrDefault("site", Set.of())) {
                if (sites.contains(site)) {
                    return true;
                }
            }
        }
        var author = post.author();
        return author != null && authors.contains(post.platform() + ":" + author.id());
    }
}
