package vigie.ingest;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The process that takes posts in and says which brands they concern. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestService {

    public static void main(String[] args) {
        SpringApplication.run(IngestService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
