package vigie.alert.outbound;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far requests to addresses that people typed in may go.
 *
 * @param timeout for one request from the first packet to the last
 * @param allowPrivateAddresses whether they may go anywhere inside one's own network
 * @param allowedRanges the parts of one's own network where they may go, such as {@code 10.1.0.0/16}
 */
@ConfigurationProperties("vigie.notify")
public record OutboundSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue({}) List<String> allowedRanges) {}
