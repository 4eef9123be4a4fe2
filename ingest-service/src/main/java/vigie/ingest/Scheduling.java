package vigie.ingest;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns the clocks of the reports on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
