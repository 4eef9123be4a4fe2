package vigie.alert.plain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.gamma.Erfc;
import vigie.model.AlertRule;

/** One plain rule, ready to be asked at any bucket; the same answer live and over history. */
public final class PlainRule {

    private static final String MENTIONS = "mentions";
    private static final String NEGATIVE = "negative";
    private static final int DAY = 288;
    private static final int WEEK = 7 * DAY;
    private static final double LONGEST_DAYS = 3_650;

    /** Usual counts of an hour of the day are taken from so many days before, and from no fewer than so many. */
    private static final int DAYS_BACK = 14;

    private static final int FEWEST_DAYS = 3;

    /** Quiet spells come in clumps: even a steady brand's counts stray more than chance alone. */
    private static final double SMALLEST_DISPERSION = 0.05;

    /** Below so many a share is noise, whatever the rule says. */
    private static final int FEWEST_OF_A_SHARE = 20;

    private final AlertRule rule;
    private final Kind kind;
    private final Span span;
    private final double threshold;
    private final String metric;

    public PlainRule(AlertRule rule) {
        this.rule = rule;
        kind = Kind.of(rule.kind()).orElseThrow(() -> new IllegalArgumentException("not a plain rule"));
        var window = rule.window();
        span = window == null ? Span.of(kind.window()) : Span.of(window).orElse(Span.of(kind.window()));
        threshold = kind.thresholdOf(rule);
        metric = kind == Kind.REACH ? NEGATIVE : rule.metric();
    }

    /** Whether a kind of rule is judged here. */
    public static boolean is(AlertRule rule) {
        return Kind.of(rule.kind()).isPresent();
    }

    public AlertRule rule() {
        return rule;
    }

    public Span span() {
        return span;
    }

    /** Whether each further one is told, not only the first. */
    public boolean tellsEach() {
        return kind == Kind.REACH;
    }

    /** Whether it warns of too few, which a source that is down brings about as well. */
    public boolean ofSilence() {
        return kind == Kind.QUIET;
    }

    /** Whether it asks what is said, not how much; {@link #newTerm} then says what it makes of it. */
    public boolean ofTerms() {
        return kind == Kind.NEW_TERM;
    }

    public NewTerm newTerm() {
        return new NewTerm(rule, span);
    }

    /** Whether it compares with the past, which must be complete for that. */
    public boolean looksBack() {
        return ofTerms() || kind == Kind.RATIO || kind == Kind.NEGATIVE_SHARE || kind == Kind.QUIET;
    }

    /** Which metrics it counts. */
    public List<String> metrics() {
        return kind == Kind.NEGATIVE_SHARE ? List.of(MENTIONS, NEGATIVE) : List.of(metric);
    }

    /**
     * What counts alone say; nothing for a rule {@link #ofTerms}.
     *
     * @param bucket the newest one, which may still be open
     */
    public Finding at(long bucket, Counts counts) {
        var to = bucket + 1;
        var from = to - span.buckets();
        if (kind == Kind.NEGATIVE_SHARE) {
            return share(from, to, counts);
        }
        if (ofTerms()) {
            return Finding.NOTHING;
        }
        if (kind == Kind.QUIET) {
            return quiet(from, to, counts);
        }
        var seen = counts.between(metric, from, to);
        if (kind == Kind.RATIO) {
            return ratio(seen, counts.between(metric, from - span.buckets(), from));
        }
        return kind == Kind.REACH ? reach(seen) : threshold(seen);
    }

    private Finding threshold(long seen) {
        var needed = (long) Math.ceil(threshold);
        var noun = kind == Kind.KEYWORD ? Nouns.KEYWORDS : Nouns.of(metric);
        return new Finding(
                seen >= needed,
                seen,
                0,
                0,
                0,
                needed,
                severity(kind == Kind.KEYWORD ? 3 : 2),
                Map.of(
                        "en", say("%d %s in %s; the rule asks for %d.", seen, noun.en(seen), span.shown(), needed),
                        "fr", say("%d %s en %s ; la règle en demande %d.", seen, noun.fr(seen), span.shown(), needed)),
                List.of());
    }

    private Finding reach(long seen) {
        var noun = Nouns.of(NEGATIVE);
        return new Finding(
                seen >= 1,
                seen,
                0,
                0,
                0,
                1,
                severity(3),
                Map.of(
                        "en",
                        say(
                                "%d %s in %s that at least %,.0f people may have seen, or that %s fast.",
                                seen, noun.en(seen), span.shown(), threshold, seen == 1 ? "spreads" : "spread"),
                        "fr",
                        say(
                                "%d %s en %s qu’au moins %.0f personnes ont pu voir, ou qui se %s vite.",
                                seen, noun.fr(seen), span.shown(), threshold, seen < 2 ? "propage" : "propagent")),
                List.of());
    }

    private Finding ratio(long seen, long before) {
        var needed = Math.max(rule.minCount(), (long) Math.ceil(threshold * Math.max(1, before)));
        var noun = Nouns.of(metric);
        var times = seen / (double) Math.max(1, before);
        return new Finding(
                seen >= needed,
                seen,
                before,
                Math.sqrt(before),
                0,
                needed,
                severity(2),
                Map.of(
                        "en",
                        say(
                                "%d %s in %s, %d in the %s before: %.1f times as many; the rule asks for %.1f.",
                                seen, noun.en(seen), span.shown(), before, span.shown(), times, threshold),
                        "fr",
                        say(
                                "%d %s en %s, %d dans les %s d’avant : %.1f fois plus ; la règle demande %.1f.",
                                seen, noun.fr(seen), span.shown(), before, span.shown(), times, threshold)),
                List.of());
    }

    /** Two-proportion z-test, pooled, one-sided, against the seven days before (Fleiss, Statistical Methods for Rates and Proportions). */
    private Finding share(long from, long to, Counts counts) {
        var n = counts.between(MENTIONS, from, to);
        var negative = Math.min(n, counts.between(NEGATIVE, from, to));
        var past = counts.between(MENTIONS, from - WEEK, from);
        var pastNegative = Math.min(past, counts.between(NEGATIVE, from - WEEK, from));
        if (n < Math.max(FEWEST_OF_A_SHARE, rule.minCount()) || past < FEWEST_OF_A_SHARE) {
            return Finding.NOTHING;
        }
        var usual = pastNegative / (double) past;
        var pooled = (negative + pastNegative) / (double) (n + past);
        var error = Math.sqrt(Math.max(1e-12, pooled * (1 - pooled) * (1.0 / n + 1.0 / past)));
        var z = (negative / (double) n - usual) / error;
        var days = days(0.5 * Erfc.value(z / Math.sqrt(2)));
        var points = 100 * (negative / (double) n - usual);
        var met = points >= threshold && days >= rule.budgetDays();
        var needed = (long) Math.ceil(n * (usual + Math.max(threshold / 100, error)));
        return new Finding(
                met,
                negative,
                n * usual,
                Math.sqrt(n * usual * (1 - usual)),
                days,
                needed,
                severity(days >= 365 ? 3 : 2),
                Map.of(
                        "en",
                        say(
                                "%.0f%% negative in %s (%d of %d), %.0f%% in the 7 days before: %+.0f points, z ="
                                        + " %.1f.",
                                100.0 * negative / n, span.shown(), negative, n, 100 * usual, points, z),
                        "fr",
                        say(
                                "%.0f %% de négatif en %s (%d sur %d), %.0f %% les 7 jours d’avant : %+.0f points, z ="
                                        + " %.1f.",
                                100.0 * negative / n, span.shown(), negative, n, 100 * usual, points, z)),
                List.of());
    }

    /** How often so few come by chance where that hour of the day usually brings more: the lower tail of a negative binomial. */
    private Finding quiet(long from, long to, Counts counts) {
        var seen = counts.between(metric, from, to);
        int days = 0;
        double sum = 0;
        double squares = 0;
        for (int back = 1; back <= DAYS_BACK; back++) {
            if (counts.between(metric, to - (back + 1L) * DAY, to - (long) back * DAY) > 0) {
                var then = counts.between(metric, from - (long) back * DAY, to - (long) back * DAY);
                days++;
                sum += then;
                squares += (double) then * then;
            }
        }
        var mean = days == 0 ? 0 : sum / days;
        if (seen > 0 || days < FEWEST_DAYS || mean < rule.minCount()) {
            return Finding.NOTHING;
        }
        var variance = squares / days - mean * mean;
        var dispersion = Math.max(SMALLEST_DISPERSION, (variance - mean) / (mean * mean));
        var rare = days(Math.pow(1 + dispersion * mean, -1 / dispersion));
        var noun = Nouns.of(metric);
        var sd = Math.sqrt(mean + dispersion * mean * mean);
        return new Finding(
                rare >= rule.budgetDays(),
                seen,
                mean,
                sd,
                rare,
                1,
                severity(1),
                Map.of(
                        "en",
                        say(
                                "No %s in %s, expected %.0f ± %.0f (usual for this hour), and no source is down.",
                                noun.en(), span.shown(), mean, sd),
                        "fr",
                        say(
                                "Aucune %s en %s, attendu %.0f ± %.0f (habituel à cette heure), et aucune source n’est"
                                        + " en panne.",
                                noun.one(), span.shown(), mean, sd)),
                List.of());
    }

    private double days(double chance) {
        return Math.min(LONGEST_DAYS, span.buckets() / (double) DAY / Math.max(chance, 1e-300));
    }

    private int severity(int usual) {
        var given = rule.severity();
        return given == null ? usual : Math.max(0, Math.min(4, given));
    }

    private static String say(String sentence, Object... parts) {
        return String.format(Locale.ROOT, sentence, parts);
    }
}
