package vigie.ingest.push;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the entrance.
 *
 * @param maxBody of one request, after decompression
 * @param maxItems of one request
 * @param maxInFlight bodies of all requests under way together, after decompression
 */
@ConfigurationProperties("vigie.ingest.push")
record PushSettings(
        @DefaultValue("10MB") DataSize maxBody,
        @DefaultValue("10000") int maxItems,
        @DefaultValue("64MB") DataSize maxInFlight) {}
