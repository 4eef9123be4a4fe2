package vigie.alert.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the detectors run.
 *
 * @param group of the topology's consumers and first part of the names of its own topics; never changed on a running system
 * @param threads at most the partitions of {@code analysed-mentions} are of use
 * @param commitInterval how often what was counted is put on record; an alert ends the transaction at once
 */
@ConfigurationProperties("vigie.alerts")
record AlertStreamSettings(
        @DefaultValue("vigie-alert") String group,
        @DefaultValue("1") int threads,
        @DefaultValue("500ms") Duration commitInterval) {}
