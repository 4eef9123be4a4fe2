package vigie.ingest.source;

import java.util.List;
import vigie.model.SourceSpec;

/** A platform Vigie can ask: checks what people configure and opens sources from it. One bean per platform's package. */
public interface SourceKind {

    /** As in {@link SourceSpec#kind()}. */
    String name();

    /**
     * What is kept of a configuration: known settings, in their plain form.
     *
     * @throws vigie.door.InvalidField naming the setting that cannot be accepted
     */
    SourceSpec check(SourceSpec spec);

    /** A source for a checked configuration. */
    Source open(SourceSpec spec);

    /** Sources from the service's own settings, unchecked; they cannot be changed over the API. */
    default List<SourceSpec> configured() {
        return List.of();
    }
}
