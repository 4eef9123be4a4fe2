package vigie.alert.dashboard;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.alert.plain.Kind;
import vigie.alert.plain.Lexicon;
import vigie.alert.plain.Span;
import vigie.alert.setup.Setup;
import vigie.door.InvalidField;
import vigie.model.AlertRule;
import vigie.query.QueryParser;
import vigie.query.Scope;

/** A rule as people write it, in JSON or YAML; {@link #checked} makes a rule of it or names the field that is wrong. */
record RuleForm(
        @Nullable String brand,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String metric,
        @Nullable Double budgetDays,
        @Nullable Integer minCount,
        @Nullable Integer severity,
        @Nullable Boolean enabled,
        @Nullable ScopeForm scope,
        @Nullable String window,
        @Nullable Double threshold,
        @Nullable List<@Nullable String> words,
        @Nullable String lexicon,
        @Nullable QuietForm quietHours) {

    private static final double LONGEST_BUDGET = 3_650;
    private static final int LARGEST_COUNT = 1_000_000;
    private static final int MOST_VALUES = 50;
    private static final int MOST_WORDS = 100;
    private static final int LONGEST_WORD = 80;
    private static final Pattern METRIC =
            Pattern.compile("mentions|negative|hashtag:[\\p{L}\\p{M}\\p{N}_]{1,100}|story:[A-Za-z0-9-]{1,100}");
    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");

    record ScopeForm(
            @Nullable String query,
            @Nullable List<@Nullable String> platforms,
            @Nullable List<@Nullable String> languages) {}

    record QuietForm(
            @Nullable String from,
            @Nullable String until,
            @Nullable String timeZone,
            @Nullable Integer unlessSeverity) {}

    /** The form that would make a rule again. */
    static RuleForm of(AlertRule r) {
        var scope = r.scope();
        var quiet = r.quietHours();
        return new RuleForm(
                r.brand(),
                r.name(),
                r.kind(),
                r.metric(),
                r.budgetDays(),
                r.minCount(),
                r.severity(),
                r.enabled(),
                scope == null ? null : new ScopeForm(scope.query(), some(scope.platforms()), some(scope.languages())),
                r.window(),
                r.threshold(),
                some(r.words()),
                r.lexicon(),
                quiet == null
                        ? null
                        : new QuietForm(quiet.from(), quiet.until(), quiet.timeZone(), quiet.unlessSeverity()));
    }

    RuleForm named(String other) {
        return new RuleForm(
                brand,
                other,
                kind,
                metric,
                budgetDays,
                minCount,
                severity,
                enabled,
                scope,
                window,
                threshold,
                words,
                lexicon,
                quietHours);
    }

    private static @Nullable List<@Nullable String> some(List<String> values) {
        return values.isEmpty() ? null : List.<@Nullable String>copyOf(values);
    }

    /** The rule it means; everything but its place among the others is checked. */
    AlertRule checked(String id, Setup setup, long version) {
        var ofBrand = Fields.id("brand", brand);
        if (setup.brand(ofBrand).isEmpty()) {
            throw new InvalidField("brand", "there is no such brand");
        }
        var wire = kind == null ? AlertRule.SPIKE : kind;
        var plain = Kind.of(wire);
        if (!wire.equals(AlertRule.SPIKE) && plain.isEmpty()) {
            throw new InvalidField(
                    "kind", "must be spike, threshold, ratio, negative-share, reach, keyword, new-term or quiet");
        }
        if (!wire.equals(Kind.KEYWORD.wire()) && (words != null || lexicon != null)) {
            throw new InvalidField(words != null ? "words" : "lexicon", "is only for rules of the kind keyword");
        }
        var rule = new AlertRule(
                id,
                ofBrand,
                Fields.text("name", name, 100),
                wire,
                metric(plain.orElse(null)),
                budgetDays == null
                        ? AlertRule.DEFAULT_BUDGET_DAYS
                        : Fields.between(
                                "budgetDays",
                                budgetDays,
                                1,
                                wire.equals(Kind.NEW_TERM.wire()) ? Kind.LONGEST_PAST : LONGEST_BUDGET),
                minCount == null
                        ? AlertRule.DEFAULT_MIN_COUNT
                        : (int) Fields.between("minCount", minCount, 1, LARGEST_COUNT),
                severity == null ? null : (int) Fields.between("severity", severity, 0, 4),
                enabled == null || enabled,
                version,
                checkedScope(),
                window(plain.orElse(null)),
                threshold(plain.orElse(null)),
                checkedWords(),
                checkedLexicon(),
                checkedQuietHours());
        if (wire.equals(Kind.KEYWORD.wire())) {
            var query = QueryParser.parse(Lexicon.query(rule.lexicon(), rule.words()), Scope.SEARCH);
            if (!query.valid()) {
                throw new InvalidField(
                        "words",
                        "cannot be looked for: " + query.errors().get(0).message("en"));
            }
        }
        return rule;
    }

    private String metric(@Nullable Kind plain) {
        var fixed = plain == Kind.REACH ? "negative" : plain == Kind.NEGATIVE_SHARE ? plain.wire() : null;
        if (fixed != null) {
            if (metric != null && !metric.equals(fixed)) {
                throw new InvalidField("metric", "must be " + fixed + " for this kind, or absent");
            }
            return fixed;
        }
        if (metric == null && plain != null) {
            return "mentions";
        }
        return Fields.matching("metric", metric, METRIC, "must be mentions, negative, hashtag:<tag> or story:<id>");
    }

    private AlertRule.@Nullable Scope checkedScope() {
        if (scope == null) {
            return null;
        }
        var platforms = values("scope.platforms", scope.platforms(), PLATFORM, "must hold platforms such as mastodon");
        var languages = values("scope.languages", scope.languages(), LANGUAGE, "must hold languages such as fr");
        var query = scope.query() == null || scope.query().isBlank()
                ? null
                : scope.query().strip();
        TrackingQuery.search("scope.query", query);
        return query == null && platforms.isEmpty() && languages.isEmpty()
                ? null
                : new AlertRule.Scope(query, platforms, languages);
    }

    private static List<String> values(
            String field, @Nullable List<@Nullable String> given, Pattern pattern, String otherwise) {
        var values = Fields.list(field, given, MOST_VALUES);
        values.forEach(value -> Fields.matching(field, value, pattern, otherwise));
        return values;
    }

    private @Nullable String window(@Nullable Kind plain) {
        if (window == null) {
            return null;
        }
        if (plain == null) {
            throw new InvalidField("window", "is not for spike, which looks at 15m, 1h and 3h");
        }
        if (plain == Kind.NEW_TERM && window.equals(Span.DAY.wire())) {
            throw new InvalidField("window", "must be 15m, 1h or 3h for new-term");
        }
        return Span.of(window)
                .map(Span::wire)
                .orElseThrow(() -> new InvalidField("window", "must be 15m, 1h, 3h or 24h"));
    }

    private @Nullable Double threshold(@Nullable Kind plain) {
        if (threshold == null) {
            return null;
        }
        if (plain == null || plain == Kind.QUIET) {
            throw new InvalidField("threshold", "is not for this kind; it follows from budgetDays");
        }
        return Fields.between("threshold", threshold, plain.lowest(), plain.highest());
    }

    private List<String> checkedWords() {
        return Fields.list("words", words, MOST_WORDS).stream()
                .map(word -> Fields.text("words", word, LONGEST_WORD))
                .toList();
    }

    private @Nullable String checkedLexicon() {
        if (lexicon != null && !Lexicon.sectors().contains(lexicon)) {
            throw new InvalidField("lexicon", "must be one of " + String.join(", ", Lexicon.sectors()));
        }
        return lexicon;
    }

    private AlertRule.@Nullable QuietHours checkedQuietHours() {
        return quietHours == null ? null : checked(quietHours);
    }

    /** Quiet hours that make sense, of a rule or of a receiver. */
    static AlertRule.QuietHours checked(QuietForm form) {
        var from = time("quietHours.from", form.from());
        var until = time("quietHours.until", form.until());
        if (from.equals(until)) {
            throw new InvalidField("quietHours.until", "must differ from quietHours.from");
        }
        var severe = form.unlessSeverity();
        return new AlertRule.QuietHours(
                from,
                until,
                Fields.zone("quietHours.timeZone", form.timeZone()),
                severe == null ? null : (int) Fields.between("quietHours.unlessSeverity", severe, 0, 4));
    }

    private static String time(String field, @Nullable String text) {
        var otherwise = "must be a time of day such as 22:00";
        try {
            return LocalTime.parse(Fields.matching(field, text, TIME, otherwise))
                    .toString();
        } catch (DateTimeException e) {
            throw new InvalidField(field, otherwise);
        }
    }
}
