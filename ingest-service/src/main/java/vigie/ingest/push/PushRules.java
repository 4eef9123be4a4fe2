package vigie.ingest.push;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import vigie.door.DoorRules;

/** Who may push: the keys meant for it, and administrators. */
@Configuration(proxyBeanMethods = false)
class PushRules {

    @Bean
    DoorRules pushDoor() {
        return paths -> {
            for (var path : new String[] {"/api/posts", "/api/engagements"}) {
                paths.requestMatchers(HttpMethod.POST, path).hasAnyRole("INGEST", "ADMIN");
                paths.requestMatchers(HttpMethod.DELETE, path).hasAnyRole("INGEST", "ADMIN");
            }
            // a key that may only push learns nothing of what goes on here
            paths.requestMatchers("/v3/api-docs/**", "/actuator/**")
                    .hasAnyRole("VIEWER", "ANALYST", "RESPONDER", "AUDITOR", "ADMIN");
        };
    }

    @Bean
    InFlight inFlight(PushSettings settings) {
        return new InFlight(settings.maxInFlight().toBytes());
    }
}
