package vigie.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one mapper of the house: ISO-8601 UTC times, absent fields left out, unknown fields ignored (so that an older service reads
 * what a newer one wrote).
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(new SimpleModule()
                    .addDeserializer(Instant.class, new QuickInstants())
                    .addSerializer(Instant.class, new QuickInstantText()))
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }
}
