package vigie.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The three classes of this field. */
public enum SentimentLabel {
    @JsonProperty("negative")
    NEGATIVE,
    @JsonProperty("neutral")
    NEUTRAL,
    @JsonProperty("positive")
    POSITIVE;

    /** As on the wire. */
    public String wire() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
