package vigie.alert.outbound;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for all requests to addresses that people typed in. */
@Configuration(proxyBeanMethods = false)
class OutboundAccess {

    @Bean
    GuardedHttp guardedHttp(OutboundSettings settings) {
        return new GuardedHttp(settings);
    }
}
