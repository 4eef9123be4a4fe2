package vigie.query;

/** Where a query will be used, which decides the fields it may name. */
public enum Scope {
    /** Matched as posts arrive: only fields known then. */
    TRACKING,
    /** Run on what is stored: also sentiment, reach and whatever is known later. */
    SEARCH
}
