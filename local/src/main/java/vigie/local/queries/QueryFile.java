package vigie.local.queries;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The queries of one file. A {@code .json}, {@code .yaml} or {@code .yml} file holds a list of brands as the API takes them (or one
 * brand, or a list of queries); any other file holds one query a line.
 */
final class QueryFile {

    private static final Set<String> BRAND_KEYS = Set.of(
            "id",
            "name",
            "language",
            "timeZone",
            "queries",
            "hashtags",
            "competitors",
            "excludedSites",
            "excludedAuthors",
            "ownAuthors",
            "since");
    private static final Set<String> QUERY_KEYS = Set.of("id", "name", "query");

    /** As the API asks of a query's id. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Source source;
    private final List<Listed> queries = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private QueryFile(Source source) {
        this.source = source;
    }

    static QueryFile read(Source source) {
        var file = new QueryFile(source);
        var name = source.name().toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        if (yaml || name.endsWith(".json")) {
            file.structured(yaml);
        } else {
            file.lines();
        }
        if (file.queries.isEmpty() && file.faults.stream().noneMatch(Fault::error)) {
            file.error(0, "There is no query in this file.", "Il n'y a aucune requête dans ce fichier.");
        }
        return file;
    }

    List<Listed> queries() {
        return queries;
    }

    List<Fault> faults() {
        return faults;
    }

    private void structured(boolean yaml) {
        try {
            top(NodeReader.read(source, yaml));
        } catch (NodeReader.Unreadable e) {
            var format = yaml ? "YAML" : "JSON";
            var quotes = yaml ? " Quote a query that holds \" # : { or stands behind @." : "";
            var guillemets =
                    yaml ? " Mettez entre apostrophes une requête qui contient \" # : { ou commence par @." : "";
            error(
                    e.at(),
                    "This is not " + format + ": " + e.getMessage() + "." + quotes,
                    "Ce n'est pas du " + format + " : " + e.getMessage() + "." + guillemets);
        }
    }

    private void top(Node node) {
        if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> item(item, null));
        } else if (node instanceof Node.Mapping mapping && value(mapping, "brands") instanceof Node.Sequence brands) {
            brands.items().forEach(item -> item(item, null));
        } else {
            item(node, null);
        }
    }

    /** A brand, or a query of {@code brand} (of none where the file lists queries alone). */
    private void item(Node node, @Nullable Brand brand) {
        if (node instanceof Node.Scalar scalar && scalar.isText()) {
            query(scalar, brand == null ? null : brand.id, null);
        } else if (node instanceof Node.Mapping mapping && brand == null && value(mapping, "queries") != null) {
            brand(mapping);
        } else if (node instanceof Node.Mapping mapping) {
            entry(mapping, brand);
        } else {
            error(
                    node.at(),
                    "A brand with its queries, or a query, is expected here.",
                    "Une marque et ses requêtes, ou une requête, est attendue ici.");
        }
    }

    private record Brand(@Nullable String id, Set<String> seen) {}

    private void brand(Node.Mapping mapping) {
        strangers(mapping, BRAND_KEYS);
        var id = text(mapping, "id");
        var brand = new Brand(id == null ? text(mapping, "name") : id, new HashSet<>());
        if (value(mapping, "queries") instanceof Node.Sequence list) {
            list.items().forEach(item -> item(item, brand));
        } else {
            error(mapping.at(), "queries must be a list.", "queries doit être une liste.");
        }
    }

    private void entry(Node.Mapping mapping, @Nullable Brand brand) {
        strangers(mapping, QUERY_KEYS);
        var id = text(mapping, "id");
        if (brand != null && (id == null || !ID.matcher(id).matches())) {
            error(
                    mapping.at(),
                    "A query of a brand needs an id of 1 to 64 lower-case letters, digits or hyphens.",
                    "Une requête d'une marque demande un id de 1 à 64 minuscules, chiffres ou tirets.");
        } else if (brand != null && id != null && !brand.seen.add(id)) {
            error(mapping.at(), "The id " + id + " is there twice.", "L'id " + id + " est là deux fois.");
        }
        if (value(mapping, "query") instanceof Node.Scalar scalar && scalar.isText()) {
            query(scalar, brand == null ? null : brand.id, id);
        } else {
            error(
                    mapping.at(),
                    "A query is missing here. In YAML, put one that begins with # \" { [ @ or * in quotes.",
                    "Il manque une requête ici. En YAML, mettez entre apostrophes celle qui commence par # \" { [ @ ou *.");
        }
    }

    private void query(Node.Scalar scalar, @Nullable String brand, @Nullable String id) {
        if (source.text().startsWith("*", scalar.at())) {
            error(scalar.at(), "References (*name) are not followed.", "Les renvois (*nom) ne sont pas suivis.");
            return;
        }
        var places = Spelling.places(source.text(), scalar.at(), scalar.text());
        queries.add(new Listed(source, brand, id, scalar.text(), places));
    }

    private void strangers(Node.Mapping mapping, Set<String> known) {
        for (var entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                faults.add(new Fault(
                        source,
                        entry.at(),
                        false,
                        "The key " + entry.key() + " is not known here and is left out.",
                        "La clé " + entry.key() + " n'est pas connue ici et est laissée de côté."));
            }
        }
    }

    private static @Nullable Node value(Node.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(e -> e.key().equals(key))
                .map(Node.Entry::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Node.Mapping mapping, String key) {
        return value(mapping, key) instanceof Node.Scalar scalar && scalar.isText() ? scalar.text() : null;
    }

    /** One query a line; a line of {@code #} and a blank is a comment, and {@code <<< >>>} may go over several lines. */
    private void lines() {
        var text = source.text();
        for (int from = 0; from < text.length(); ) {
            int to = lineEnd(from);
            boolean comment = isComment(from, to);
            while (!comment && to < text.length() && isOpen(text.substring(from, to))) {
                to = lineEnd(to + 1);
            }
            int start = from;
            int end = to;
            while (start < end && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            if (!comment
                    && !text.substring(start, end)
                            .replaceAll("(?s)<<<.*?>>>", "")
                            .isBlank()) {
                queries.add(Listed.plain(source, start, end));
            }
            from = to + 1;
        }
    }

    private int lineEnd(int from) {
        int end = source.text().indexOf('\n', from);
        return end < 0 ? source.text().length() : end;
    }

    private boolean isComment(int from, int to) {
        var line = source.text().substring(from, to).strip();
        return line.isEmpty() || line.equals("#") || line.startsWith("# ") || line.startsWith("##");
    }

    private static boolean isOpen(String query) {
        int open = query.lastIndexOf("<<<");
        return open >= 0 && query.indexOf(">>>", open) < 0;
    }

    private void error(int at, String en, String fr) {
        faults.add(new Fault(source, at, true, en, fr));
    }
}
