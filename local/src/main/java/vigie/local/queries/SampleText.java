package vigie.local.queries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import vigie.json.Json;
import vigie.model.Post;
import vigie.query.Searchable;

/** One line of a file of samples: a post as it is pushed, or a bare text. */
record SampleText(String file, int line, Post post, Searchable view) {

    /** What a bare text, or a post without them, is given; no clause of a query should depend on it. */
    private static final Instant EARLY = Instant.EPOCH;

    private static final String PLATFORM = "text";

    /** Gives the file's texts one after the other to {@code each}; returns how many there were. */
    static int read(Path file, Consumer<SampleText> each) throws IOException {
        int line = 0;
        int texts = 0;
        try (var in = Files.newBufferedReader(file)) {
            for (var text = in.readLine(); text != null; text = in.readLine()) {
                line++;
                if (!text.isBlank()) {
                    each.accept(of(file.toString(), line, text));
                    texts++;
                }
            }
        }
        return texts;
    }

    private static SampleText of(String file, int line, String text) {
        var given = text.stripLeading().startsWith("{") ? post(line, text) : null;
        var post = given == null ? Post.of(PLATFORM, String.valueOf(line), EARLY, text) : given;
        return new SampleText(file, line, post, Searchable.of(post));
    }

    /** The line as a post, if it is one; what a sample leaves out is filled in. */
    private static @Nullable Post post(int line, String json) {
        try {
            if (!(Json.mapper().readTree(json) instanceof ObjectNode object)) {
                return null;
            }
            if (!object.has("text") && !object.has("title")) {
                return null;
            }
            if (!object.has("id")) {
                object.put("id", String.valueOf(line));
            }
            if (!object.has("platform")) {
                object.put("platform", PLATFORM);
            }
            if (!object.has("publishedAt")) {
                object.put("publishedAt", EARLY.toString());
            }
            return Json.mapper().treeToValue(object, Post.class);
        } catch (JacksonException e) {
            // a text may well begin with a brace
            return null;
        }
    }
}
