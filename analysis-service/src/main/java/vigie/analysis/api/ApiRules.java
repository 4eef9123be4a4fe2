package vigie.analysis.api;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;
import vigie.door.DoorRules;

/** Everybody with a human role may have texts analysed; a key that may only push posts opens nothing here. */
@Component
class ApiRules implements DoorRules {

    private static final String[] PEOPLE = {"VIEWER", "ANALYST", "RESPONDER", "AUDITOR", "ADMIN"};

    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.requestMatchers("/api/analyze", "/v3/api-docs/**", "/actuator/**").hasAnyRole(PEOPLE);
        // nothing is there; an administrator, who may do everything, is told so and not that a role is missing
        paths.requestMatchers("/**").hasRole("ADMIN");
    }
}
