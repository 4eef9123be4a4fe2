package vigie.store;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import vigie.json.Json;

/**
 * Text that can be written as UTF-8. Half a surrogate pair (an emoji cut in two by some platform's length limit) cannot, and would
 * make a whole batch unreadable; it becomes U+FFFD, in documents and in questions alike, so that both still meet.
 */
final class WellFormed {

    private static final JsonMapper MAPPER = Json.mapper()
            .rebuild()
            .addModule(new SimpleModule("well-formed").addSerializer(String.class, new Writer()))
            .build();

    private WellFormed() {}

    /** The house's mapper, writing well-formed strings only. */
    static JsonMapper mapper() {
        return MAPPER;
    }

    static String of(String text) {
        var broken = firstBroken(text);
        if (broken < 0) {
            return text;
        }
        var mended = new StringBuilder(text);
        for (var i = broken; i < mended.length(); i++) {
            if (!Character.isSurrogate(mended.charAt(i))) {
                continue;
            }
            if (pairAt(mended, i)) {
                i++;
            } else {
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended.toString();
    }

    private static int firstBroken(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!pairAt(text, i)) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static boolean pairAt(CharSequence text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static final class Writer extends StdSerializer<String> {

        Writer() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            json.writeString(of(value));
        }
    }
}
