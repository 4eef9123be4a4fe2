package vigie.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a query in canonical spelling, which the parser reads back as an equal one. */
final class QueryPrinter {
    private static final long DAY = 86_400_000;

    private final String and;
    private final String not;

    private QueryPrinter(String and, String not) {
        this.and = and;
        this.not = not;
    }

    /** With its operators written out, or with the shortest ones where the query would otherwise be too long to be read again. */
    static String print(Query query) {
        var plain = new QueryPrinter(" AND ", "NOT ").written(query);
        return plain.length() <= Limits.MAX_LENGTH ? plain : new QueryPrinter(" ", "-").written(query);
    }

    private String written(Query query) {
        if (query instanceof Query.And and) {
            return join(and.clauses(), this.and);
        }
        if (query instanceof Query.Or or) {
            return join(or.clauses(), " OR ");
        }
        if (query instanceof Query.Not not) {
            return this.not + clause(not.clause());
        }
        if (query instanceof Query.Words words) {
            return prefix(words.zone()) + words(words);
        }
        if (query instanceof Query.Near near) {
            return near.zone() == Zone.TITLE ? "title:(" + near(near) + ")" : near(near);
        }
        if (query instanceof Query.Keyword keyword) {
            return keyword.field().key() + ":" + value(keyword);
        }
        if (query instanceof Query.Range range) {
            return range.field().key() + ":" + range(range);
        }
        throw new AssertionError(query);
    }

    private String join(List<Query> clauses, String operator) {
        return clauses.stream().map(this::clause).collect(Collectors.joining(operator));
    }

    private String clause(Query query) {
        return query instanceof Query.And || query instanceof Query.Or ? "(" + written(query) + ")" : written(query);
    }

    private static String prefix(Zone zone) {
        return zone == Zone.TITLE ? "title:" : "";
    }

    private static String words(Query.Words words) {
        if (words.style() == Query.Style.TERM) {
            return words.text();
        }
        if (words.style() == Query.Style.EXACT) {
            return "{" + words.text() + "}";
        }
        return '"' + words.text() + '"' + (words.slop() > 0 ? "~" + words.slop() : "");
    }

    private static String near(Query.Near near) {
        var operator = near.join() == Query.Join.SENTENCE
                ? " SENTENCE "
                : (near.join() == Query.Join.ORDERED ? " ONEAR/" : " NEAR/") + near.distance() + " ";
        return side(near.left()) + operator + side(near.right());
    }

    private static String side(Query query) {
        if (query instanceof Query.Words words) {
            return words(words);
        }
        if (query instanceof Query.Near near) {
            return "(" + near(near) + ")";
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().map(QueryPrinter::side).collect(Collectors.joining(" OR ", "(", ")"));
        }
        throw new AssertionError(query);
    }

    private static String value(Query.Keyword keyword) {
        var text = keyword.text();
        boolean wildcardsMeantLiterally = !keyword.pattern() && Wildcards.contains(text);
        return wildcardsMeantLiterally || !Lexer.isPlainValue(text) ? '"' + text + '"' : text;
    }

    private static String range(Query.Range range) {
        boolean date = range.field().type() == Field.Type.DATE;
        boolean fromStart = Double.isInfinite(range.low());
        boolean toEnd = Double.isInfinite(range.high());
        if (fromStart && toEnd) {
            return "[* TO *]";
        }
        if (fromStart) {
            return (range.highIncluded() ? "<=" : "<") + bound(range.high(), date, true);
        }
        if (toEnd) {
            return (range.lowIncluded() ? ">=" : ">") + bound(range.low(), date, false);
        }
        var low = bound(range.low(), date, false);
        var high = bound(range.high(), date, true);
        return low.equals(high) ? low : "[" + low + " TO " + high + "]";
    }

    private static String bound(double value, boolean date, boolean end) {
        if (date) {
            return date((long) value, end);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A whole day as such: the start of a range at midnight, its end on the day's last millisecond. */
    private static String date(long millis, boolean end) {
        boolean whole = Math.floorMod(end ? millis + 1 : millis, DAY) == 0;
        var instant = Instant.ofEpochMilli(millis);
        return whole ? instant.atOffset(ZoneOffset.UTC).toLocalDate().toString() : instant.toString();
    }
}
