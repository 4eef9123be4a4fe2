package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One incident: something unusual started, grew, ended. Updated as long as it lives; the same id each time.
 *
 * @param rule the rule's name; {@code ruleId} its id
 * @param event what this update is about
 * @param machine what the detector thinks
 * @param people what people did about it, kept apart from the machine's view
 * @param severity 0 to 4
 * @param openedAt event time of the evidence that opened it
 * @param lastAt event time of the newest evidence
 * @param observed count in the window; {@code expected} ± {@code sd} what was usual
 * @param window {@code 15m}, {@code 1h} or {@code 3h}
 * @param returnPeriodDays how rarely this level is reached, in days
 * @param summaries one sentence a language ({@code en}, {@code fr})
 * @param tell whether people are to be told about this update; decided once, by event
 * @param told whether people were to be told of any update of this incident so far
 * @param toldAt when people were first to be told (wall clock); absent while nobody was
 * @param inhibitedBy id of the larger incident that keeps this one from being told; absent when none does
 * @param revision rises with every update; {@code version} = broker append time (ms) of the cause, for the index
 */
public record Alert(
        String id,
        String brand,
        String rule,
        String ruleId,
        String metric,
        Event event,
        MachineState machine,
        People people,
        int severity,
        Instant openedAt,
        Instant lastAt,
        @Nullable Instant resolvedAt,
        long observed,
        double expected,
        double sd,
        String window,
        double returnPeriodDays,
        Map<String, String> summaries,
        boolean tell,
        @Nullable Explanation explanation,
        List<EvidenceMention> evidence,
        long revision,
        long version,
        Instant decidedAt,
        boolean told,
        @Nullable Instant toldAt,
        @Nullable String inhibitedBy) {

    public Alert {
        summaries = Map.copyOf(summaries);
        evidence = List.copyOf(evidence);
    }

    /** The one state shown: resolved if machine or people resolved it, else acknowledged if so, else open. */
    public String state() {
        if (machine == MachineState.RESOLVED || people.resolved()) {
            return "resolved";
        }
        return people.acknowledgedBy() != null ? "acknowledged" : "open";
    }

    /** Why an update was made; the first four come from the detector, {@code ACTION} from a person. */
    public enum Event {
        OPEN,
        REOPEN,
        STILL,
        ESCALATE,
        RESOLVE,
        ACTION,
        /** The figures moved; nothing to tell. */
        UPDATE,
        /** History arrived late and this incident turned out not to be one. */
        WITHDRAWN
    }

    public enum MachineState {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("resolved")
        RESOLVED
    }

    /** What people did: at most the last 100 actions are kept with the alert, all of them in the audit log. */
    public record People(
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String assignee,
            boolean resolved,
            List<AlertAction> actions) {
        public static final People NOBODY = new People(null, null, null, false, List.of());

        public People {
            actions = List.copyOf(actions);
        }
    }

    /**
     * What a person can check.
     *
     * @param model {@code level} or {@code time of day}: whose expectation is shown
     * @param trusted whether the seasonal model was in charge
     * @param contributors who carries the excess: per dimension ({@code platform}, {@code author}, {@code hashtag}, {@code story} …)
     *     the largest shares
     * @param silentBelow the count that would have kept it silent
     * @param severityReasons what the severity is made of, one sentence a language
     */
    public record Explanation(
            String model,
            boolean trusted,
            double z,
            double surprise,
            double budgetDays,
            long ruleVersion,
            List<Contributor> contributors,
            long silentBelow,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> severityReasons) {
        public Explanation {
            contributors = List.copyOf(contributors);
            severityReasons = severityReasons == null ? Map.of() : Map.copyOf(severityReasons);
        }

        /** One that does not say what its severity is made of. */
        public Explanation(
                String model,
                boolean trusted,
                double z,
                double surprise,
                double budgetDays,
                long ruleVersion,
                List<Contributor> contributors,
                long silentBelow) {
            this(model, trusted, z, surprise, budgetDays, ruleVersion, contributors, silentBelow, Map.of());
        }
    }

    /**
     * Who carries the excess.
     *
     * @param count mentions of the window with this key
     * @param usual how many of the expected ones it would usually carry, by its part of the day before
     * @param share part of the excess (observed − expected) this key carries beyond that, 0 to 1; keys of one dimension can add up to
     *     more where a mention has several, as with hashtags and terms
     */
    public record Contributor(String dimension, String key, long count, double usual, double share) {}

    /** A mention shown as an example; its text is looked up in the index, so that an erasure reaches it. */
    public record EvidenceMention(String mentionId, Instant at) {}
}
