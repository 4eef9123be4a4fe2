package vigie.alert.link;

import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.door.DoorSettings;

/** Links signed with this installation's key. */
@Configuration(proxyBeanMethods = false)
class LinkAccess {

    @Bean
    SignedLinks signedLinks(DoorSettings settings, Clock clock) {
        return new SignedLinks(
                Objects.requireNonNull(settings.apiKey(), "a service without a key does not start"), clock);
    }
}
