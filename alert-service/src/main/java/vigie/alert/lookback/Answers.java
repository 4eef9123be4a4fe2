package vigie.alert.lookback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.alert.spike.FiveMinutes;
import vigie.model.RuleHistory;
import vigie.store.RefusedRequest;

/** What the index knows of the time before a rule. */
record Answers(PastCounts counts) {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    /** Half-lives are weeks, and calibration looks back four of them; after a longer silence a detector begins anew anyway. */
    private static final Duration BACK = Duration.ofDays(35);

    /** The same question with its counts; none where the index refuses it, so that it is not asked for ever. */
    RuleHistory to(RuleHistory question) {
        var from = question.until().minus(BACK);
        try {
            var recording = counts.recording(question.rule(), from, question.until());
            var known = new ArrayList<Long>();
            var last = FiveMinutes.of(question.until());
            for (var bucket = FiveMinutes.of(from); bucket < last; bucket++) {
                known.add(recording.between(question.metric(), bucket, bucket + 1));
            }
            return question.told(from, known);
        } catch (RefusedRequest e) {
            log.warn(
                    "the past of rule {} cannot be counted: {}", question.rule().id(), e.getMessage());
            return question.told(from, List.of());
        }
    }
}
