package vigie.ingest.source;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pace of all sources.
 *
 * @param threads sources asked at the same time
 * @param requestsPerHost a second
 */
@ConfigurationProperties("vigie.ingest.source")
record SourceRunnerSettings(
        @DefaultValue("4") int threads, @DefaultValue("1") int requestsPerHost) {}
