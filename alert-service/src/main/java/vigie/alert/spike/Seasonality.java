package vigie.alert.spike;

/** Whether a detector may learn the hours of the week. */
public enum Seasonality {
    /** The level alone. */
    NONE,
    /** The hours too, as soon as they have proved to predict better. */
    ADAPTIVE
}
