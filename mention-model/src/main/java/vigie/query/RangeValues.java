package vigie.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads the values of number and date fields: one value, {@code [a TO b]}, or a comparison. */
final class RangeValues {
    private static final long DAY = 86_400_000;
    private static final long FIRST =
            LocalDate.of(1900, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    private static final long LAST =
            LocalDate.of(2300, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1;
    private static final int MAX_DIGITS = 15;

    private final Findings findings;

    RangeValues(Findings findings) {
        this.findings = findings;
    }

    /** What one value covers: a day is many milliseconds, a number itself. */
    private record Value(double low, double high) {}

    @Nullable
    Query range(Field field, Lexeme lexeme) {
        if (lexeme.is(Lexeme.Kind.RANGE)) {
            return between(field, lexeme);
        }
        if (lexeme.is(Lexeme.Kind.COMPARE)) {
            return compared(field, lexeme);
        }
        var value = value(field, lexeme, lexeme.text());
        return value == null ? null : new Query.Range(field, value.low, true, value.high, true);
    }

    private @Nullable Query between(Field field, Lexeme lexeme) {
        var text = Names.tidy(lexeme.text());
        int to = text.indexOf(" TO ");
        if (to < 0) {
            findings.error(
                    lexeme.start(),
                    lexeme.end(),
                    "A range is written [from TO to]; * leaves an end open.",
                    "Un intervalle s'écrit [de TO à] ; * laisse un bout ouvert.",
                    ValueMends.range(field, text));
            return null;
        }
        var from = text.substring(0, to);
        var until = text.substring(to + 4);
        var low = from.equals("*") ? open() : value(field, lexeme, from);
        var high = until.equals("*") ? open() : value(field, lexeme, until);
        if (low == null || high == null) {
            return null;
        }
        if (low.low > high.high) {
            findings.error(
                    lexeme.start(),
                    lexeme.end(),
                    "The range ends before it starts.",
                    "L'intervalle finit avant de commencer.",
                    "[" + until + " TO " + from + "]");
            return null;
        }
        return new Query.Range(field, low.low, true, high.high, true);
    }

    private @Nullable Query compared(Field field, Lexeme lexeme) {
        var text = lexeme.text();
        boolean included = text.startsWith("=", 1);
        var value = value(field, lexeme, text.substring(included ? 2 : 1));
        if (value == null) {
            return null;
        }
        boolean date = field.type() == Field.Type.DATE;
        if (text.charAt(0) == '>') {
            double low = included ? value.low : date ? value.high + 1 : value.high;
            return new Query.Range(field, low, included || date, Double.POSITIVE_INFINITY, true);
        }
        double high = included ? value.high : date ? value.low - 1 : value.low;
        return new Query.Range(field, Double.NEGATIVE_INFINITY, true, high, included || date);
    }

    private static Value open() {
        return new Value(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private @Nullable Value value(Field field, Lexeme lexeme, String text) {
        var trimmed = text.strip();
        if (field.type() == Field.Type.DATE) {
            var date = date(trimmed);
            if (date == null) {
                findings.error(
                        lexeme.start(),
                        lexeme.end(),
                        "A day such as 2026-01-31 or an instant such as 2026-01-31T08:00:00Z is expected after "
                                + field.key() + ":.",
                        "Un jour comme 2026-01-31 ou un instant comme 2026-01-31T08:00:00Z est attendu après "
                                + field.key() + ":.",
                        mended(lexeme, text, ValueMends.date(trimmed)));
            }
            return date;
        }
        if (!isNumber(trimmed)) {
            findings.error(
                    lexeme.start(),
                    lexeme.end(),
                    "A number is expected after " + field.key() + ":.",
                    "Un nombre est attendu après " + field.key() + ":.",
                    mended(lexeme, text, ValueMends.number(trimmed)));
            return null;
        }
        // adding zero turns −0 into 0, which compares differently as a record's component
        double number = Double.parseDouble(trimmed) + 0.0;
        return new Value(number, number);
    }

    /** The mend of one value as one of the lexeme it stands in; a period cannot stand where a value is expected. */
    private static @Nullable String mended(Lexeme lexeme, String value, @Nullable String mend) {
        if (mend == null || lexeme.is(Lexeme.Kind.TERM)) {
            return mend;
        }
        if (mend.startsWith("[")) {
            return null;
        }
        return lexeme.is(Lexeme.Kind.COMPARE)
                ? lexeme.text().substring(0, lexeme.text().length() - value.length()) + mend
                : "[" + Names.tidy(lexeme.text()).replace(value, mend) + "]";
    }

    static boolean isNumber(String s) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (i > 0 || c != '-') {
                return false;
            }
        }
        return digits > 0 && digits <= MAX_DIGITS && points <= 1;
    }

    private static @Nullable Value date(String s) {
        try {
            boolean day = s.indexOf('T') < 0;
            long start = day
                    ? LocalDate.parse(s)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli()
                    : OffsetDateTime.parse(s).toInstant().toEpochMilli();
            long end = day ? start + DAY - 1 : start;
            // a day more on either side, so that the canonical form of > and < is read back
            return start < FIRST + DAY || end > LAST - DAY ? null : new Value(start, end);
        } catch (DateTimeException | ArithmeticException notADate) {
            return null;
        }
    }
}
