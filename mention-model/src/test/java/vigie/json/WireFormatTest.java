package vigie.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigie.topic.Topic;
import vigie.topic.Topics;

/**
 * The golden files are the wire format. A change that makes this test fail is a change of the API: readers of yesterday's records
 * must still be served.
 */
class WireFormatTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Topic<?>> topics() {
        return Topics.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyRecordIsReadAndWrittenAsItsGoldenFile(Topic<?> topic) throws IOException {
        roundTrip(topic);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aFieldOfTheFutureIsIgnored(Topic<?> topic) throws IOException {
        var serde = topic.valueSerde();
        var golden = Json.mapper().readTree(Files.readString(file(topic)));
        var known = serde.deserializer().deserialize(topic.name(), bytes(golden));
        var future = ((tools.jackson.databind.node.ObjectNode) golden.deepCopy()).put("inventedNextYear", true);
        assertThat((Object) serde.deserializer().deserialize(topic.name(), bytes(future)))
                .isEqualTo(known);
    }

    private static <V> void roundTrip(Topic<V> topic) throws IOException {
        var golden = Json.mapper().readTree(Files.readString(file(topic)));
        var serde = topic.valueSerde();
        var value = serde.deserializer().deserialize(topic.name(), bytes(golden));
        assertThat(Json.mapper().readTree(serde.serializer().serialize(topic.name(), value)))
                .isEqualTo(golden);
    }

    private static Path file(Topic<?> topic) {
        return GOLDEN.resolve(topic.name() + ".json");
    }

    private static byte[] bytes(tools.jackson.databind.JsonNode tree) {
        return Json.mapper().writeValueAsBytes(tree);
    }
}
