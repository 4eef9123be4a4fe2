package vigie.analysis.stream;

import java.time.Duration;
import vigie.model.SentimentSetting;

/**
 * How brands are learnt.
 *
 * @param enabled whether what was learnt is used where nobody decided otherwise for the brand
 * @param strength of learnt shares where nobody decided otherwise, 0..1
 * @param halfLife event time after which a mention weighs half
 * @param pause how long shares must stay as they are before stored mentions are read again
 * @param perSecond mentions read again at most, on each partition, while nothing else is to be done
 */
record TuningSettings(boolean enabled, double strength, Duration halfLife, Duration pause, int perSecond) {

    SentimentSetting undecided(String brand) {
        return new SentimentSetting(brand, null, enabled, strength, null, true, null);
    }
}
