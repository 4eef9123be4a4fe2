package vigie.alert;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vigie.door.Role;
import vigie.model.PostId;
import vigie.server.TestServers;

/** Keys for every role, and the servers the service needs. */
public final class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String PASSWORD = "correct horse battery staple";

    /** A key of this role. */
    public static String key(Role role) {
        return role == Role.ADMIN
                ? "administrator-key-of-the-tests"
                : role.name().toLowerCase(Locale.ROOT) + "-key-of-the-tests";
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("vigie.api-key", key(Role.ADMIN));
        settings.put("vigie.admin-password", PASSWORD);
        settings.put("vigie.elasticsearch.uri", TestServers.elasticsearch().uri());
        settings.put(
                "vigie.elasticsearch.prefix",
                "alerttest" + ProcessHandle.current().pid());
        settings.put("vigie.notify.allow-private-addresses", true);
        // what is gathered is a test of its own
        settings.put("vigie.notify.group-interval", "0s");
        for (var role : Role.values()) {
            settings.put("vigie.keys." + PostId.hash(key(role)), role.name());
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("tests", settings));
    }
}
