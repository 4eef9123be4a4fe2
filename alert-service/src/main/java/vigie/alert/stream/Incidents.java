package vigie.alert.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.alert.spike.FiveMinutes;
import vigie.model.AlertRule;
import vigie.model.PostId;

/**
 * Every incident, by brand, rule and time. An id is made of the rule and the bucket that first opened it, so that the same mentions
 * give the same ids wherever and whenever they are counted.
 */
record Incidents(KeyValueStore<String, Incident> store) {

    private static final int RULE_DIGITS = 16;

    /** How far an opening may have moved since the incident was named. */
    private static final long SLACK = 40L * FiveMinutes.PER_DAY;

    @Nullable
    Incident get(String brand, String alertId) {
        return store.get(Keys.of(brand, alertId));
    }

    void put(Incident incident) {
        store.put(Keys.of(incident.alert().brand(), incident.alert().id()), incident);
    }

    /** The id for an incident of a rule that opened in a bucket, free of any other incident. */
    String newId(String brand, Instant since, String rule, long opened) {
        var id = idOfRule(brand, since, rule) + "-" + Keys.hex(opened);
        var free = id;
        for (int n = 2; get(brand, free) != null; n++) {
            free = id + "." + n;
        }
        return free;
    }

    private static String idOfRule(String brand, Instant since, String rule) {
        return PostId.hash(brand + "\n" + since + "\n" + rule).substring(0, RULE_DIGITS);
    }

    /** Incidents of a rule that may have to do with the time between two buckets, oldest first. */
    List<Incident> around(String brand, Instant since, AlertRule rule, long from, long to) {
        return around(brand, since, rule.id(), from, to);
    }

    List<Incident> around(String brand, Instant since, String rule, long from, long to) {
        var prefix = Keys.of(brand, idOfRule(brand, since, rule)) + "-";
        var found = new ArrayList<Incident>();
        try (var rows =
                store.range(prefix + Keys.hex(Math.max(0, from - SLACK)), prefix + Keys.hex(to + SLACK) + "~")) {
            rows.forEachRemaining(row -> found.add(row.value));
        }
        return found;
    }
}
