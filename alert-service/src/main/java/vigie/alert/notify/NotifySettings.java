package vigie.alert.notify;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told.
 *
 * @param dashboard address of the dashboard as people reach it, for links
 * @param timeout a receiver may take so long for one message
 * @param staleAfter news decided longer ago is recorded, not sent
 * @param giveUpAfter tries end so long after the decision
 * @param groupInterval what follows within so long after a receiver was told of a brand is gathered, where no branch of the routing tree
 *     says otherwise
 * @param acknowledgeWithin how long a link in a message can be used to acknowledge
 */
@ConfigurationProperties("vigie.notify")
public record NotifySettings(
        @DefaultValue("http://localhost:8080") String dashboard,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("6h") Duration staleAfter,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("10s") Duration groupInterval,
        @DefaultValue("72h") Duration acknowledgeWithin) {}
