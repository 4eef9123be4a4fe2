package vigie.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The same door on every service: stateless, API key in a header, problems as JSON, nothing open but health and what the service
 * opens. Picked up by being on the class path.
 */
@AutoConfiguration(
        before = {
            // each of them steps back once it sees our chain and our users
            ManagementWebSecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties(DoorSettings.class)
@Import(Problems.class)
public class Door {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:";

    /** Authenticates by something else than the API key and the dashboard's cookie; registered before the rules are checked. */
    public interface Entrance extends Filter {}

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            DoorSettings settings,
            ObjectProvider<DoorRules> rules,
            SessionCookie cookie,
            ObjectProvider<Entrance> entrances)
            throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint((request, response, x) -> turnAway(request, response))
                                .accessDeniedHandler((request, response, x) -> ProblemWriter.write(
                                        response, HttpStatus.FORBIDDEN, "your role does not allow this")))
                .addFilterBefore(new ApiKeyFilter(new Keys(settings)), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionFilter(cookie), UsernamePasswordAuthenticationFilter.class);
        entrances
                .orderedStream()
                .forEach(entrance -> http.addFilterBefore(entrance, UsernamePasswordAuthenticationFilter.class));
        http.authorizeHttpRequests(paths -> {
            // the second half of a request that was let in already
            paths.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
            paths.requestMatchers("/actuator/health/**", "/error").permitAll();
            rules.orderedStream().forEach(r -> r.apply(paths));
            paths.anyRequest().authenticated();
        });
        return http.build();
    }

    @Bean
    SessionCookie sessionCookie(DoorSettings settings, ObjectProvider<Clock> clock) {
        return new SessionCookie(settings, clock.getIfAvailable(Clock::systemUTC));
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(SessionFilter.UNPROVEN) != null) {
            ProblemWriter.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "a signed-in browser changes things only with a JSON body or the header X-Requested-With, from our own page");
            return;
        }
        ProblemWriter.write(response, HttpStatus.UNAUTHORIZED, "send a valid X-Api-Key header, or sign in");
    }

    /** A path with tricks in it (a double slash, a semicolon, an encoded slash) never reaches a controller, and still gets a problem. */
    @Bean
    RequestRejectedHandler crooked() {
        return (request, response, x) -> ProblemWriter.write(
                response, HttpStatus.BAD_REQUEST, "the request is not acceptable; look at its path and its headers");
    }

    /** What the web server itself refuses is a problem too, not a page. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(RefusalValve.class.getName());
            }
        });
    }

    /** Without it Spring Boot would invent a user and print its password. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
