package vigie.local.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vigie.json.Json;

/**
 * Which column of a CSV file holds which field of a post. Columns named like the fields ({@code id}, {@code publishedAt},
 * {@code author.handle} …) need no mapping.
 */
public final class Columns {

    private static final Set<String> NUMBERS = Set.of(
            "author.followers",
            "engagement.likes",
            "engagement.shares",
            "engagement.comments",
            "engagement.views",
            "rating");

    private static final Set<String> TEXTS = Set.of(
            "id",
            "platform",
            "url",
            "publishedAt",
            "title",
            "text",
            "lang",
            "author.id",
            "author.handle",
            "author.name",
            "author.location",
            "inReplyTo",
            "repostOf",
            "thread",
            "kind",
            "mediaType",
            "country",
            "hashtags");

    private final Map<String, String> fieldOfColumn = new HashMap<>();
    private final @Nullable String platform;

    /**
     * @param mapping field → column
     * @param platform for rows that name none
     */
    public Columns(Map<String, String> mapping, @Nullable String platform) {
        mapping.forEach((field, column) -> {
            if (!NUMBERS.contains(field) && !TEXTS.contains(field)) {
                throw new IllegalArgumentException("no such field of a post: " + field + "; there are " + fields());
            }
            fieldOfColumn.put(column, field);
        });
        this.platform = platform;
    }

    /** Says in one sentence what a header lacks. */
    void check(List<String> header) {
        for (var column : fieldOfColumn.keySet()) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException("the file has no column " + column + "; it has " + header);
            }
        }
        var known = header.stream().map(this::field).toList();
        for (var needed : List.of("id", "publishedAt", "text")) {
            if (!known.contains(needed)) {
                throw new IllegalArgumentException(
                        "no column for " + needed + ": add --map " + needed + "=COLUMN; the file has " + header);
            }
        }
        if (platform == null && !known.contains("platform")) {
            throw new IllegalArgumentException("no column for platform: add --map platform=COLUMN or --platform NAME");
        }
    }

    private String field(String column) {
        return fieldOfColumn.getOrDefault(column, column);
    }

    String toJson(Map<String, String> row) {
        var post = Json.mapper().createObjectNode();
        if (platform != null) {
            post.put("platform", platform);
        }
        row.forEach((column, value) -> put(post, field(column), value));
        return post.toString();
    }

    private static void put(ObjectNode post, String field, String value) {
        if (value == null || value.isEmpty() && !field.equals("text")) {
            return;
        }
        if (field.equals("hashtags")) {
            var tags = post.putArray(field);
            Arrays.stream(value.split("[\\s,;]+")).filter(t -> !t.isEmpty()).forEach(tags::add);
        } else if (NUMBERS.contains(field) || TEXTS.contains(field)) {
            int dot = field.indexOf('.');
            var owner = dot < 0 ? post : post.withObject("/" + field.substring(0, dot));
            putValue(owner, field.substring(dot + 1), value.strip(), NUMBERS.contains(field), value);
        }
    }

    private static void putValue(ObjectNode owner, String name, String stripped, boolean number, String value) {
        if (number && stripped.matches("-?\\d{1,18}")) {
            owner.put(name, Long.parseLong(stripped));
        } else if (number && stripped.matches("-?\\d{1,9}\\.\\d{1,9}")) {
            owner.put(name, Double.parseDouble(stripped));
        } else {
            // a number that is none goes as text: the service refuses it by name
            owner.put(name, value);
        }
    }

    private static Set<String> fields() {
        var all = new TreeSet<>(TEXTS);
        all.addAll(NUMBERS);
        return all;
    }
}
