package vigie.alert.consent;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What consents of before need to be found.
 *
 * @param formerApiKeys keys this installation had before, environment {@code VIGIE_FORMER_API_KEYS}
 */
@ConfigurationProperties("vigie.consents")
record ConsentSettings(List<String> formerApiKeys) {

    ConsentSettings {
        formerApiKeys = formerApiKeys == null
                ? List.of()
                : formerApiKeys.stream().filter(key -> !key.isBlank()).toList();
    }

    @Override
    public String toString() {
        return "ConsentSettings[" + formerApiKeys.size() + " keys]";
    }
}
