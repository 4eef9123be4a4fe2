package vigie.door;

/** What a caller may do. Each role stands alone but {@code ADMIN}, who may do everything. */
public enum Role {
    VIEWER,
    ANALYST,
    RESPONDER,
    AUDITOR,
    ADMIN,
    /** May only push posts. */
    INGEST;

    /** As Spring Security names it. */
    public String authority() {
        return "ROLE_" + name();
    }
}
