package vigie.alert.audit;

import java.time.Instant;
import java.util.Map;

/** Something worth proving later, before it has its place in a brand's chain. */
record Decision(String brand, Instant at, String actor, String action, String subject, Map<String, String> details) {}
