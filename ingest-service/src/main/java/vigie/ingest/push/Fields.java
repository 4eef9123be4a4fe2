package vigie.ingest.push;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vigie.ingest.PostRules;

/**
 * Reads the fields of one JSON object, each checked; what is wrong is named with its full path ({@code author.followers}). Fields
 * nobody asks for are ignored, {@code null} is the same as absent.
 */
record Fields(JsonNode object, String path) {

    /** The largest whole number that every JSON reader keeps exactly. */
    private static final long LARGEST = (1L << 53) - 1;

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    static Fields of(JsonNode item) {
        if (!item.isObject()) {
            throw new Refused("", "must be a JSON object");
        }
        return new Fields(item, "");
    }

    private String full(String name) {
        return path + name;
    }

    Refused refused(String name, String error) {
        return new Refused(full(name), error);
    }

    private @Nullable JsonNode value(String name) {
        var value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    Optional<Fields> object(String name) {
        var value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw refused(name, "must be an object");
        }
        return Optional.of(new Fields(value, full(name) + "."));
    }

    /** Text as people write it; carriable, else as sent. */
    @Nullable
    String text(String name, int max) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw refused(name, "must be a text");
        }
        var text = value.stringValue();
        if (text.length() > max) {
            throw refused(name, "is longer than " + max + " characters");
        }
        return PostRules.carriable(text);
    }

    /** A short text where blank is the same as absent. */
    @Nullable
    String word(String name, int max) {
        var text = text(name, max);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A short text of a given form. */
    @Nullable
    String word(String name, int max, Pattern form, String mustBe) {
        var word = word(name, max);
        if (word != null && !form.matcher(word).matches()) {
            throw refused(name, mustBe);
        }
        return word;
    }

    /** An id of the platform's own: kept to the letter. */
    @Nullable
    String id(String name, int max) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw refused(name, "must be a text");
        }
        var id = value.stringValue();
        if (id.length() > max) {
            throw refused(name, "is longer than " + max + " characters");
        }
        if (!PostRules.isPlainId(id)) {
            throw refused(name, "must not be blank or hold control characters");
        }
        return id;
    }

    <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw refused(name, "is required");
        }
        return value;
    }

    @Nullable
    Instant time(String name, Instant now) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw refused(name, "must be an ISO-8601 time with an offset, as a text");
        }
        var time = parse(name, value.stringValue());
        PostRules.timeFault(time, now).ifPresent(fault -> {
            throw refused(name, fault);
        });
        return time;
    }

    private Instant parse(String name, String text) {
        try {
            return OffsetDateTime.parse(text, WITH_OFFSET).toInstant();
        } catch (DateTimeException e) {
            throw refused(name, "must be an ISO-8601 time with an offset, such as 2026-05-02T08:00:00Z");
        }
    }

    /** A whole number from 0; {@code 12.0} is one. */
    @Nullable
    Long count(String name) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        var number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (Double.isNaN(number) || number != Math.rint(number)) {
            throw refused(name, "must be a whole number");
        }
        if (number < 0) {
            throw refused(name, "must not be negative");
        }
        if (number > LARGEST) {
            throw refused(name, "is larger than " + LARGEST);
        }
        return (long) number;
    }

    @Nullable
    Double number(String name, double min, double max) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        var number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw refused(name, "must be a number from " + (long) min + " to " + (long) max);
        }
        return number;
    }
}
