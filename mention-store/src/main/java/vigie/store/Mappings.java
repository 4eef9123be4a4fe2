package vigie.store;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import java.util.HashMap;
import java.util.Map;
import vigie.query.Field;
import vigie.query.Form;
import vigie.query.Searchable;
import vigie.query.Zone;

/**
 * Which fields can be searched, and how. Whatever is not named here is stored and never looked into.
 *
 * <p>The words of a text come from the house's own tokenizer, joined by blanks, and are cut at blanks again, so that the index holds
 * exactly its tokens. Only types and analyzers that the smallest distribution of Elasticsearch has are used.
 */
final class Mappings {

    private static final Property VALUE = Property.of(p -> p.keyword(k -> k));
    /** A value that is only filtered by, never counted or sorted: without the column that counting needs. */
    private static final Property KEY = Property.of(p -> p.keyword(k -> k.docValues(false)));

    private static final Property COUNT = Property.of(p -> p.long_(n -> n));
    private static final Property NUMBER = Property.of(p -> p.double_(n -> n));
    private static final Property BOUND = Property.of(p -> p.double_(n -> n.docValues(false)));
    private static final Property TIME = Property.of(p -> p.date(d -> d.format("epoch_millis")));
    private static final Property FLAG = Property.of(p -> p.boolean_(b -> b));
    private static final Property SHOWN = Property.of(p -> p.object(o -> o.enabled(false)));
    private static final Property WORDS =
            Property.of(p -> p.text(t -> t.analyzer("whitespace").norms(false).positionIncrementGap(Searchable.GAP)));

    private Mappings() {}

    static TypeMapping mentions() {
        var fields = new HashMap<String, Property>();
        fields.put("mentionId", VALUE);
        fields.put("brand", VALUE);
        fields.put("eventTime", TIME);
        fields.put("label", VALUE);
        fields.put("model", KEY);
        fields.put("score", NUMBER);
        fields.put("virality", NUMBER);
        fields.put("velocity", NUMBER);
        fields.put("followers", COUNT);
        fields.put("reachLow", COUNT);
        fields.put("reachHigh", COUNT);
        fields.put("interactions", COUNT);
        fields.put("story", VALUE);
        fields.put("queries", VALUE);
        fields.put("lang", VALUE);
        fields.put("post", post());
        return mapping(fields);
    }

    static TypeMapping posts() {
        return mapping(new HashMap<>(Map.of("eventTime", TIME, "post", post())));
    }

    static TypeMapping alerts() {
        var fields = new HashMap<String, Property>();
        fields.put("alertId", VALUE);
        fields.put("brand", VALUE);
        fields.put("state", VALUE);
        fields.put("openedAt", TIME);
        fields.put("settledAt", TIME);
        fields.put("withdrawn", FLAG);
        fields.put("rule", KEY);
        fields.put("metric", KEY);
        fields.put("severity", BOUND);
        fields.put("words", KEY);
        return mapping(fields);
    }

    private static TypeMapping mapping(Map<String, Property> fields) {
        fields.put("shown", SHOWN);
        return TypeMapping.of(m -> m.dynamic(DynamicMapping.False).properties(fields));
    }

    private static Property post() {
        var fields = new HashMap<String, Property>();
        fields.put("id", VALUE);
        fields.put("platform", VALUE);
        fields.put("author", VALUE);
        fields.put("authors", KEY);
        fields.put("hashtags", VALUE);
        fields.put("country", VALUE);
        fields.put("site", VALUE);
        fields.put("sites", KEY);
        fields.put("words", words());
        fields.put("keys", values(KEY, false));
        fields.put("numbers", values(BOUND, true));
        return object(fields);
    }

    private static Property words() {
        var zones = new HashMap<String, Property>();
        for (var zone : Zone.values()) {
            var forms = new HashMap<String, Property>();
            for (var form : Form.values()) {
                forms.put(form.field(), WORDS);
            }
            forms.put(Searchable.SENTENCE_FIELD, WORDS);
            zones.put(zone.field(), object(forms));
        }
        return object(zones);
    }

    private static Property values(Property type, boolean numbers) {
        var fields = new HashMap<String, Property>();
        for (var field : Field.values()) {
            var number = field.type() == Field.Type.NUMBER || field.type() == Field.Type.DATE;
            if (number == numbers) {
                fields.put(field.key(), type);
            }
        }
        return object(fields);
    }

    private static Property object(Map<String, Property> fields) {
        return Property.of(p -> p.object(o -> o.dynamic(DynamicMapping.False).properties(fields)));
    }
}
