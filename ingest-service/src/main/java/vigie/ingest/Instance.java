package vigie.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which of several ingest processes this is; names its transactions and its reports.
 *
 * @param instance unique among those running, and best the same after a restart: what a killed process left half done is then
 *     settled at once instead of after a time limit
 */
@ConfigurationProperties("vigie")
public record Instance(String instance) {}
