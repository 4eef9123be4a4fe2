package vigie.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param limit how long Kafka may take to confirm a record before the caller is told to come back */
@ConfigurationProperties("vigie.ingest.kafka")
record WriterSettings(@DefaultValue("10s") Duration limit) {}
