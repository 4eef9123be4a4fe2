package vigie.alert.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import vigie.door.InvalidField;

/** {@code rules:} by id, in YAML; a misspelt field is an error, or it would silently have no effect. */
final class RuleFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final TypeReference<Map<String, Map<String, RuleForm>>> TYPE = new TypeReference<>() {};
    private static final String RULES = "rules";

    private RuleFile() {}

    static String write(Map<String, RuleForm> rules) {
        return MAPPER.writeValueAsString(Map.of(RULES, rules));
    }

    /** @throws JacksonException for what cannot be read; {@link #refused} says it in words */
    static Map<String, RuleForm> read(byte[] body) {
        @Nullable Map<String, Map<String, RuleForm>> file = MAPPER.readValue(body, TYPE);
        if (file == null || file.size() != 1 || file.get(RULES) == null) {
            throw new InvalidField(RULES, "is required, and nothing may stand beside it");
        }
        return file.getOrDefault(RULES, Map.of());
    }

    static InvalidField refused(JacksonException e) {
        var path = e instanceof DatabindException d
                ? d.getPath().stream()
                        .map(part -> part.getPropertyName() == null
                                ? Integer.toString(part.getIndex())
                                : part.getPropertyName())
                        .collect(Collectors.joining("."))
                : "";
        var at = e.getLocation();
        var place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        var why = e instanceof UnrecognizedPropertyException ? "is not a field of a rule" : "cannot be read";
        return new InvalidField(path.isEmpty() ? RULES : path, why + place);
    }
}
