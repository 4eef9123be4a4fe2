package vigie.alert.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vigie.model.AlertRule;

/**
 * Words, phrases and hashtags that many people say at once and hardly anybody said before.
 *
 * <p>One event brings a dozen of them. The one said most leads; those that mostly stand beside it are its company, and whatever is
 * left is another event's.
 */
public final class NewTerm {

    /** Fewer known days than this are no past: everything would be new. */
    public static final int FEWEST_DAYS = 3;

    /** What is said so many times as often now as in all the days before is new. */
    private static final int TIMES = 4;

    private static final int MOST_COMPANY = 4;
    private static final int DAY = 288;

    /** Said most, then by the most, then the longest, which says more of the same. */
    private static final Comparator<Said> LEADING = Comparator.comparingLong(Said::count)
            .thenComparingInt(Said::authors)
            .thenComparingInt(said -> said.term().length())
            .reversed()
            .thenComparing(Said::term);

    private final AlertRule rule;
    private final Span span;
    private final int authors;

    NewTerm(AlertRule rule, Span span) {
        this.rule = rule;
        this.span = span;
        authors = (int) Math.ceil(Kind.NEW_TERM.thresholdOf(rule));
    }

    /** How many people must say it. */
    public int authors() {
        return authors;
    }

    /** How many days before count. */
    public int days() {
        return (int) Math.max(1, Math.min(Kind.LONGEST_PAST, Math.round(rule.budgetDays())));
    }

    /**
     * @param said what at least {@link #authors} say now
     * @param days how many days before are known
     */
    public Finding at(List<Said> said, int days) {
        if (days < Math.min(days(), FEWEST_DAYS)) {
            return Finding.NOTHING;
        }
        var met = said.stream().filter(this::isNew).sorted(LEADING).toList();
        if (met.isEmpty()) {
            return Finding.NOTHING;
        }
        var lead = met.get(0);
        var terms = new ArrayList<>(List.of(lead));
        met.stream()
                .skip(1)
                .filter(other -> other.sharedWith(lead) > 0.5)
                .limit(MOST_COMPANY)
                .forEach(terms::add);
        var usual = lead.before() * span.buckets() / (days * (double) DAY);
        return new Finding(
                true,
                lead.count(),
                usual,
                Math.sqrt(usual),
                0,
                Math.max(Math.max(rule.minCount(), authors), TIMES * lead.before()),
                rule.severity() == null ? 2 : Math.max(0, Math.min(4, rule.severity())),
                Map.of("en", english(lead, terms, days), "fr", french(lead, terms, days)),
                terms);
    }

    private boolean isNew(Said said) {
        return said.authors() >= authors
                && said.mentions().size() >= rule.minCount()
                && said.count() >= TIMES * said.before();
    }

    private String english(Said lead, List<Said> terms, int days) {
        return String.format(
                Locale.ROOT,
                "New term “%s”: %d mentions by %s%d authors in %s, %d in the %d days before%s.",
                lead.term(),
                lead.count(),
                isPart(lead) ? "at least " : "",
                lead.authors(),
                span.shown(),
                lead.before(),
                days,
                company(terms, "; with it ", "“", "”"));
    }

    private String french(Said lead, List<Said> terms, int days) {
        return String.format(
                Locale.ROOT,
                "Nouveau terme « %s » : %d mentions %s%d auteurs en %s, %d les %d jours d’avant%s.",
                lead.term(),
                lead.count(),
                isPart(lead) ? "d’au moins " : "de ",
                lead.authors(),
                span.shown(),
                lead.before(),
                days,
                company(terms, " ; avec lui ", "« ", " »"));
    }

    private static boolean isPart(Said lead) {
        return lead.count() > lead.mentions().size();
    }

    private static String company(List<Said> terms, String introduction, String open, String close) {
        return terms.size() < 2
                ? ""
                : terms.stream()
                        .skip(1)
                        .map(said -> open + said.term() + close)
                        .collect(Collectors.joining(", ", introduction, ""));
    }
}
