package vigie.alert.live;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vigie.alert.setup.Setup;

/** Wires the live stream, and gives every browser that listens a thread, so that a slow one delays nobody else. */
@Configuration(proxyBeanMethods = false)
class LiveAccess implements WebMvcConfigurer {

    private final LiveSettings settings;

    LiveAccess(LiveSettings settings) {
        this.settings = settings;
    }

    @Bean
    Hub hub() {
        return new Hub(settings);
    }

    @Bean
    Decoding decoding(Setup setup) {
        return new Decoding(setup);
    }

    @Bean
    Watch watch() {
        return new Watch();
    }

    @Bean
    Tail tail(KafkaProperties kafka, Hub hub, Decoding decoding, Watch watch) {
        var config = config(kafka);
        // a page need not move more often than this, and each fetch costs the broker
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1 << 20);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return new Tail(config, hub, decoding, watch);
    }

    /** Part of readiness: a page that opens the stream before would be sent away. */
    @Bean
    HealthIndicator live(Tail tail) {
        return () -> tail.following()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("reason", "the live stream does not hear Kafka yet")
                        .build();
    }

    @Bean
    CatchUp catchUp(KafkaProperties kafka, Decoding decoding) {
        return new CatchUp(config(kafka), decoding);
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer async) {
        var threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("stream-");
        threads.setCorePoolSize(0);
        // a stream that ends frees its place a moment before its thread
        threads.setMaxPoolSize(settings.maxClients() + 20);
        threads.setQueueCapacity(0);
        threads.setDaemon(true);
        threads.initialize();
        async.setTaskExecutor(threads);
        async.setDefaultTimeout(-1);
    }

    private static Map<String, Object> config(KafkaProperties kafka) {
        var config = new HashMap<>(kafka.buildConsumerProperties());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }
}
