package vigie.local.load;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import vigie.json.Json;

/**
 * When a post of a file is sent, and what date it then carries.
 *
 * <p>At a speed, the file's own rhythm is kept, {@code speed} times faster. Shifted to now, a post replayed at a speed carries the
 * moment it is sent; one sent at once carries its date moved so that the file's newest post is now.
 */
final class Timeline {

    private final double speed;
    private final boolean shift;
    private final Instant first;
    private final Instant last;
    private final Instant start;

    /** @param speed 0 = as fast as it goes */
    Timeline(double speed, boolean shift, Instant first, Instant last, Instant start) {
        this.speed = speed;
        this.shift = shift;
        this.first = first;
        this.last = last;
        this.start = start;
    }

    /** A post's date, where its line has a readable one. */
    static Optional<Instant> publishedAt(String line) {
        try {
            var value = Json.mapper().readTree(line).path("publishedAt").asString("");
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The moment to send a post of this date; never before the start. */
    Instant sendAt(Instant published) {
        return speed == 0 ? start : start.plus(scaled(published));
    }

    String dated(String line, Instant published) {
        if (!shift || !(Json.mapper().readTree(line) instanceof ObjectNode post)) {
            return line;
        }
        var moved = speed == 0 ? published.plus(Duration.between(last, start)) : sendAt(published);
        return post.put("publishedAt", moved.toString()).toString();
    }

    private Duration scaled(Instant published) {
        var offset = Duration.between(first, published);
        return offset.isNegative() ? Duration.ZERO : Duration.ofMillis(Math.round(offset.toMillis() / speed));
    }
}
