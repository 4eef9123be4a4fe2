package vigie.alert;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;
import vigie.door.DoorRules;

/**
 * Who may do what here. Everybody with a human role reads; analysts shape what is listened to, responders handle alerts, auditors
 * take evidence away, administrators do everything. A key that may only push posts opens nothing.
 */
@Component
class DashboardRules implements DoorRules {

    private static final String VIEWER = "VIEWER";
    private static final String ANALYST = "ANALYST";
    private static final String RESPONDER = "RESPONDER";
    private static final String AUDITOR = "AUDITOR";
    private static final String ADMIN = "ADMIN";
    private static final String[] PEOPLE = {VIEWER, ANALYST, RESPONDER, AUDITOR, ADMIN};

    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.requestMatchers(
                        "/",
                        "/*.html",
                        "/favicon.*",
                        "/*.svg",
                        "/css/**",
                        "/js/**",
                        "/img/**",
                        "/webjars/**",
                        "/api/session",
                        // what these may be used for is signed into them
                        "/acknowledge/*",
                        "/consent/*",
                        "/unsubscribe/*")
                .permitAll();
        // what leaves the house in bulk, or tells how it is wired
        paths.requestMatchers(HttpMethod.GET, "/api/mentions.csv").hasAnyRole(ANALYST, AUDITOR, ADMIN);
        paths.requestMatchers(HttpMethod.GET, "/api/brands/*/corrections.tsv").hasAnyRole(ANALYST, AUDITOR, ADMIN);
        paths.requestMatchers(HttpMethod.GET, "/api/quarantine").hasAnyRole(ANALYST, AUDITOR, ADMIN);
        paths.requestMatchers(HttpMethod.GET, "/api/receivers/**", "/api/routes", "/api/notifications")
                .hasAnyRole(RESPONDER, AUDITOR, ADMIN);
        paths.requestMatchers(HttpMethod.POST, "/api/routes/preview").hasAnyRole(RESPONDER, AUDITOR, ADMIN);
        paths.requestMatchers("/api/notifications/**").hasAnyRole(RESPONDER, ADMIN);
        paths.requestMatchers("/api/receivers/**", "/api/routes", "/api/consents/**")
                .hasRole(ADMIN);
        paths.requestMatchers(
                        HttpMethod.GET,
                        "/api/brands/**",
                        "/api/mentions/**",
                        "/api/stats/**",
                        "/api/alerts/**",
                        "/api/rules/**",
                        "/api/rules.yaml",
                        "/api/silences/**",
                        "/api/stream")
                .hasAnyRole(PEOPLE);
        // what only its owner may touch is looked at there
        paths.requestMatchers("/api/views/**").hasAnyRole(PEOPLE);
        // whoever handles alerts handles what is said
        paths.requestMatchers(HttpMethod.POST, "/api/mentions/notes").hasAnyRole(ANALYST, RESPONDER, ADMIN);
        paths.requestMatchers(HttpMethod.DELETE, "/api/brands/*/rematch").hasAnyRole(ANALYST, ADMIN);
        paths.requestMatchers(HttpMethod.DELETE, "/api/brands/**").hasRole(ADMIN);
        paths.requestMatchers(
                        "/api/brands/**", "/api/rules/**", "/api/rules.yaml", "/api/queries/**", "/api/mentions/**")
                .hasAnyRole(ANALYST, ADMIN);
        paths.requestMatchers("/api/alerts/**", "/api/silences/**").hasAnyRole(RESPONDER, ADMIN);
        paths.requestMatchers("/api/**").hasRole(ADMIN);
        paths.requestMatchers("/v3/api-docs/**", "/actuator/**").hasAnyRole(PEOPLE);
        // nothing is there; an administrator, who may do everything, is told so and not that a role is missing
        paths.requestMatchers("/**").hasRole(ADMIN);
    }
}
