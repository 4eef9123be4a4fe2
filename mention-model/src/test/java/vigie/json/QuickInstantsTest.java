package vigie.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class QuickInstantsTest {

    @Test
    void whatIsWrittenIsReadBack() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var nanos = List.of(0, 120_000_000, random.nextInt(1_000) * 1_000_000, random.nextInt(1_000_000_000));
            var time = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 9_000_000_000L), nanos.get(i % 4));
            assertThat(QuickInstants.quick(time.toString())).isEqualTo(time);
            assertThat(QuickInstantText.text(time)).isEqualTo(time.toString());
        }
    }

    @Test
    void timesOfOtherYearsAreWrittenAsBefore() {
        for (var time : List.of(
                Instant.MIN,
                Instant.MAX,
                Instant.EPOCH,
                Instant.parse("-0044-03-15T00:00:00Z"),
                Instant.parse("0000-01-01T00:00:00.000001Z"),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("+10000-01-01T00:00:00Z"))) {
            assertThat(Json.mapper().writeValueAsString(time)).isEqualTo('"' + time.toString() + '"');
        }
    }

    @Test
    void anotherSpellingOfATimeIsReadAsBefore() {
        for (var text : List.of("2026-03-01T12:00:00+02:00", "2026-03-01T12:00:00.5+00:00", "+12026-03-01T12:00:00Z")) {
            assertThat(QuickInstants.quick(text)).isNull();
        }
        assertThat(Json.mapper().readValue("\"2026-03-01T12:00:00+02:00\"", Instant.class))
                .isEqualTo("2026-03-01T10:00:00Z");
        assertThat(Json.mapper().readValue("1772366400", Instant.class)).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void whatIsNoTimeIsRefused() {
        for (var text : List.of(
                "",
                "Z",
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T12:00:00.Z",
                "2026-03-01T12:00:00.1234567891Z",
                "２026-03-01T12:00:00Z",
                "2026-03-01 12:00:00Z",
                "-026-03-01T12:00:00Z")) {
            assertThat(QuickInstants.quick(text)).as(text).isNull();
        }
        assertThatThrownBy(() -> Json.mapper().readValue("\"2026-02-30T12:00:00Z\"", Instant.class))
                .isInstanceOf(JacksonException.class);
    }
}
