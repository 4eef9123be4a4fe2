package vigie.alert;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.store.MentionStore;

/** The mention index, which may come up later than this service. */
@Configuration(proxyBeanMethods = false)
class StoreAccess {

    @Bean
    MentionStore mentionStore(ElasticsearchSettings settings) {
        return MentionStore.open(settings.store());
    }
}
