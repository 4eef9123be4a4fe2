package vigie.ingest.matching;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pace of the matcher.
 *
 * @param threads at most the partitions of {@code posts}
 * @param batch posts in one transaction, at most
 */
@ConfigurationProperties("vigie.ingest.matching")
record MatchingSettings(
        @DefaultValue("1") int threads, @DefaultValue("500") int batch) {}
