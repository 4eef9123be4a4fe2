package vigie.alert;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The process that warns people, and that browsers talk to. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlertService {

    public static void main(String[] args) {
        SpringApplication.run(AlertService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
