package vigie.alert.live;

import java.util.Map;

/**
 * Something that happened, ready to be sent.
 *
 * @param id where the topics stand once this event is taken
 * @param name {@code mention}, {@code alert} or {@code notification}
 * @param data JSON without line breaks, a language
 */
record LiveEvent(String id, String name, String brand, Map<String, String> data) {

    /** As Server-Sent Events write it. */
    String text(String language) {
        return "id: " + id + "\nevent: " + name + "\ndata: "
                + data.getOrDefault(language, data.getOrDefault("en", "{}")) + "\n\n";
    }
}
