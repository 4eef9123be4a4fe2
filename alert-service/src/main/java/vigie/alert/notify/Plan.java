package vigie.alert.notify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom an alert concerns.
 *
 * @param told receiver id → how it is told
 * @param later whom else while nobody acknowledges
 * @param others receiver id → why it is not meant
 */
record Plan(Map<String, Manner> told, List<Later> later, Map<String, String> others) {

    /**
     * @param groupInterval what follows within so long is gathered
     * @param repeat said again after so long; absent = never
     */
    record Manner(Duration groupInterval, @Nullable Duration repeat) {}

    /** @param step which one of the branch, from 1 */
    record Later(String receiver, int step, Duration after, Manner manner) {}
}
