package vigie.analysis.sentiment;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known now of how brands are talked about. */
public interface Tunings {

    /** By brand. */
    Map<String, BrandTuning> all();

    /** @param since of the brand that is meant; another brand's tuning under the same id is not its own */
    default BrandTuning of(String brand, @Nullable Instant since) {
        var tuning = all().get(brand);
        return tuning == null || !Objects.equals(tuning.since(), since) ? BrandTuning.NONE : tuning;
    }
}
