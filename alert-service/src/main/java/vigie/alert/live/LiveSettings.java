package vigie.alert.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the live stream.
 *
 * @param maxClients browsers at the same time
 * @param queue events kept for a slow one
 * @param life after which a stream ends and the browser reconnects
 */
@ConfigurationProperties("vigie.live")
record LiveSettings(
        @DefaultValue("200") int maxClients,
        @DefaultValue("1000") int queue,
        @DefaultValue("30m") Duration life) {}
