package vigie.ingest.source;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.door.DoorRules;

/** Who may say what Vigie asks: administrators, for a source makes this service call addresses. */
@Configuration(proxyBeanMethods = false)
class SourceRules {

    @Bean
    DoorRules sourceDoor() {
        return paths -> paths.requestMatchers("/api/sources", "/api/sources/**").hasRole("ADMIN");
    }
}
