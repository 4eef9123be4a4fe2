package vigie.query;

/** Guesses the work a query makes: a word is a lookup, a wildcard many, and positions have to be read. */
final class CostEstimate {
    private static final int MEDIUM = 40;
    private static final int HIGH = 200;

    private CostEstimate() {}

    static Cost of(Query query) {
        int units = units(query);
        return units >= HIGH ? Cost.HIGH : units >= MEDIUM ? Cost.MEDIUM : Cost.LOW;
    }

    private static int units(Query query) {
        if (query instanceof Query.And and) {
            return and.clauses().stream().mapToInt(CostEstimate::units).sum();
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().mapToInt(CostEstimate::units).sum();
        }
        if (query instanceof Query.Not not) {
            return units(not.clause());
        }
        if (query instanceof Query.Near near) {
            int each = 3 + units(near.left()) + units(near.right());
            return each * (int) Math.max(1, Math.min(100, Alternatives.count(near) / 2));
        }
        if (query instanceof Query.Words words) {
            int sum = words.words().stream().mapToInt(CostEstimate::units).sum();
            return words.words().size() > 1 ? 2 + sum : sum;
        }
        return query instanceof Query.Keyword keyword && keyword.pattern() ? 20 : 1;
    }

    private static int units(Word word) {
        if (!word.pattern()) {
            return 1;
        }
        int prefix = 0;
        while (prefix < word.text().length() && "*?".indexOf(word.text().charAt(prefix)) < 0) {
            prefix++;
        }
        return prefix <= 3 ? 40 : prefix <= 5 ? 20 : 10;
    }
}
