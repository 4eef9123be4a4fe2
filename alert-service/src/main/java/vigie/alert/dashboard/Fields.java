package vigie.alert.dashboard;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.door.InvalidField;

/** What a value sent by a caller must look like; every refusal names its field. */
final class Fields {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern DOTTED_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,127}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private Fields() {}

    static String id(String field, @Nullable String value) {
        return matching(
                field, value, ID, "must be 1 to 64 lower-case letters, digits or hyphens, not starting with a hyphen");
    }

    /** Ids of things that belong to a brand may carry its id and a dot in front. */
    static String dottedId(String field, @Nullable String value) {
        return matching(field, value, DOTTED_ID, "must be 1 to 128 lower-case letters, digits, dots or hyphens");
    }

    static @Nullable String language(String field, @Nullable String value) {
        return value == null ? null : matching(field, value, LANGUAGE, "must be a language code such as en or fr");
    }

    static @Nullable String zone(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return ZoneId.of(value).getId();
        } catch (DateTimeException e) {
            throw new InvalidField(field, "must be a time zone such as Europe/Paris");
        }
    }

    static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new InvalidField(field, "is required");
        }
        if (value.length() > longest) {
            throw new InvalidField(field, "must not be longer than " + longest + " characters");
        }
        return value.strip();
    }

    static @Nullable String optional(String field, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : text(field, value, longest);
    }

    static double between(String field, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new InvalidField(field, "must be between " + plain(lowest) + " and " + plain(highest));
        }
        return value;
    }

    /** Absent is empty; no element may be absent. */
    static <T> List<T> list(String field, @Nullable List<@Nullable T> value, int longest) {
        if (value == null) {
            return List.of();
        }
        if (value.size() > longest) {
            throw new InvalidField(field, "must not hold more than " + longest);
        }
        if (value.stream().anyMatch(Objects::isNull)) {
            throw new InvalidField(field, "must not hold null");
        }
        return value.stream().map(Objects::requireNonNull).toList();
    }

    /** How one element of a list must look; the field it is given names its place. */
    interface Check {
        String apply(String field, String value);
    }

    /** A list whose elements are checked one by one; what stands twice counts once. */
    static List<String> each(String field, @Nullable List<@Nullable String> values, int longest, Check check) {
        var given = list(field, values, longest);
        return IntStream.range(0, given.size())
                .mapToObj(i -> check.apply(field + "[" + i + "]", given.get(i)))
                .distinct()
                .toList();
    }

    static String matching(String field, @Nullable String value, Pattern pattern, String otherwise) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new InvalidField(field, otherwise);
        }
        return value;
    }

    private static String plain(double d) {
        return d == Math.rint(d) ? Long.toString((long) d) : Double.toString(d);
    }
}
