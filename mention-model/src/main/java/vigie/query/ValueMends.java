package vigie.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses which number, day or range somebody meant who wrote it in another way; nothing where it would be a guess in the dark. */
final class ValueMends {
    private static final int LONGEST = 40;

    private static final Pattern APART =
            Pattern.compile("(?iU)(\\S+?) ?(?: to | a | à |,|;|\\.\\.+|…|–|—| - | ) ?(\\S+)");
    private static final Pattern NUMBERS = Pattern.compile("(-?[0-9.]+?)(?:\\.\\.+|…|-|–|,,)([0-9.]+)");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})");
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    private ValueMends() {}

    /** What stands between brackets but is no range, as one, or as the one value it is. */
    static @Nullable String range(Field field, String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        if (text.isEmpty()) {
            return "[* TO *]";
        }
        var numbers = NUMBERS.matcher(text);
        if (field.type() == Field.Type.NUMBER && numbers.matches()) {
            return "[" + numbers.group(1) + " TO " + numbers.group(2) + "]";
        }
        var apart = APART.matcher(text);
        if (apart.matches()) {
            return "[" + apart.group(1) + " TO " + apart.group(2) + "]";
        }
        return text.indexOf(' ') < 0 ? text : null;
    }

    /** {@code 1e3}, {@code 4,5}, {@code 1,000}, {@code 10k}, {@code 1-3}. */
    static @Nullable String number(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        var numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return "[" + numbers.group(1) + " TO " + numbers.group(2) + "]";
        }
        var digits = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text.replace(',', '.');
        int unit = "kKmM".indexOf(digits.charAt(digits.length() - 1));
        try {
            var number = new BigDecimal(unit < 0 ? digits : digits.substring(0, digits.length() - 1));
            if (Math.abs(number.scale()) > LONGEST) {
                return null;
            }
            var plain = number.scaleByPowerOfTen(unit < 0 ? 0 : unit < 2 ? 3 : 6)
                    .stripTrailingZeros()
                    .toPlainString();
            return RangeValues.isNumber(plain) ? plain : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** A day in another order or with other signs, where that is the only way to read it; a month, a year. */
    static @Nullable String date(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            var first = YEAR_FIRST.matcher(text);
            if (first.matches()) {
                return day(first, 1, 2, 3);
            }
            var last = YEAR_LAST.matcher(text);
            if (last.matches()) {
                boolean dayFirst = number(last, 1) > 12;
                return !dayFirst && number(last, 2) <= 12 ? null : day(last, 3, dayFirst ? 2 : 1, dayFirst ? 1 : 2);
            }
            var month = MONTH.matcher(text);
            if (month.matches()) {
                var whole = YearMonth.of(number(month, 1), number(month, 2));
                return "[" + whole.atDay(1) + " TO " + whole.atEndOfMonth() + "]";
            }
        } catch (DateTimeException noSuchDay) {
            return null;
        }
        return YEAR.matcher(text).matches() ? "[" + text + "-01-01 TO " + text + "-12-31]" : null;
    }

    private static String day(MatchResult parts, int year, int month, int day) {
        return LocalDate.of(number(parts, year), number(parts, month), number(parts, day))
                .toString();
    }

    private static int number(MatchResult parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
