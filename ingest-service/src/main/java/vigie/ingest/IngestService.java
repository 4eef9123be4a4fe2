package vigie.ingest;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The process that takes posts in and says which brands they concern. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestService {

    public static void main(String[] args) {
        // the feed parser reads dates without a zone in the default one
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(IngestService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
