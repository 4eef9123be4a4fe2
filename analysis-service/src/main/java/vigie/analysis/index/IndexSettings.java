package vigie.analysis.index;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the index is filled.
 *
 * @param group first part of the names of the consumer groups, one a topic
 * @param threads for each topic; at most its partitions are of use
 * @param batch most records written in one go; fewer are written at once when no more are there
 */
@ConfigurationProperties("vigie.index")
record IndexSettings(
        @DefaultValue("vigie-index") String group,
        @DefaultValue("1") int threads,
        @DefaultValue("2000") int batch) {}
