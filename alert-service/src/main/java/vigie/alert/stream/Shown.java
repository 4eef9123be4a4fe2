package vigie.alert.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.alert.plain.Finding;
import vigie.alert.plain.PlainRule;
import vigie.alert.plain.Said;
import vigie.alert.spike.Judgement;
import vigie.alert.spike.Severity;
import vigie.alert.spike.Summary;
import vigie.model.Alert;
import vigie.model.AlertRule;

/** The figures of an alert with their reasons, whatever kind of rule they come from. */
record Shown(
        int severity,
        long observed,
        double expected,
        double sd,
        String window,
        double returnPeriodDays,
        Map<String, String> summaries,
        Alert.@Nullable Explanation explanation,
        List<Alert.EvidenceMention> evidence) {

    /** The dimension of what was not said before. */
    static final String NEW_TERM = "new-term";

    private static final Map<String, String> USUAL =
            Map.of("en", "Severity usual for this kind of rule.", "fr", "Gravité habituelle pour ce genre de règle.");

    /**
     * What a detector found.
     *
     * @param voices who is behind the judged window, {@code before} who was heard before the incident
     */
    static Shown of(Judgement judgement, AlertRule rule, Voices voices, Voices before, Set<String> own) {
        var window = judgement.window();
        return new Shown(
                Severity.of(judgement, rule),
                window.seen(),
                window.expected(),
                window.sd(),
                window.window().wire(),
                judgement.returnPeriodDays(),
                Summary.of(judgement, rule.metric()),
                new Alert.Explanation(
                        judgement.model(),
                        judgement.seasonal(),
                        judgement.z(),
                        window.surprise(),
                        rule.budgetDays(),
                        rule.version(),
                        voices.contributors(before, window.seen(), window.expected(), own),
                        window.silentBelow(rule.budgetDays(), rule.minCount()),
                        Severity.reasons(judgement, rule)),
                voices.evidence());
    }

    /** What a plain rule found; its model is its kind. */
    static Shown of(Finding finding, PlainRule plain, Voices voices, Voices before, Set<String> own) {
        var rule = plain.rule();
        var contributors = new ArrayList<>(newTerms(finding));
        contributors.addAll(voices.contributors(before, finding.observed(), finding.expected(), own));
        return new Shown(
                finding.severity(),
                finding.observed(),
                finding.expected(),
                finding.sd(),
                plain.span().wire(),
                finding.returnPeriodDays(),
                finding.summaries(),
                new Alert.Explanation(
                        rule.kind(),
                        false,
                        0,
                        0,
                        rule.budgetDays(),
                        rule.version(),
                        contributors,
                        finding.silentBelow(),
                        rule.severity() == null ? USUAL : Severity.set()),
                voices.evidence());
    }

    private static List<Alert.Contributor> newTerms(Finding finding) {
        var most = finding.terms().stream().mapToLong(Said::count).max().orElse(1);
        return finding.terms().stream()
                .map(said -> new Alert.Contributor(
                        NEW_TERM, said.term(), said.count(), said.before(), said.count() / (double) Math.max(1, most)))
                .toList();
    }

    /** What an alert showed last. */
    static Shown by(Alert last) {
        return new Shown(
                last.severity(),
                last.observed(),
                last.expected(),
                last.sd(),
                last.window(),
                last.returnPeriodDays(),
                last.summaries(),
                last.explanation(),
                last.evidence());
    }
}
