package vigie.ingest.source.rss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import vigie.door.InvalidField;
import vigie.model.SourceSpec;

class RssKindTest {

    private final RssKind kind = new RssKind(new RssSettings(null, DataSize.ofMegabytes(1), false));

    @AfterEach
    void close() {
        kind.close();
    }

    @Test
    void defaultsAreFilledInAndUnknownSettingsLeftOut() {
        var checked = kind.check(spec(Map.of("url", "https://example.org/f", "nonsense", "1")));

        assertThat(checked.settings())
                .isEqualTo(Map.of("url", "https://example.org/f", "interval", "PT5M", "platform", "rss"));
        assertThat(kind.check(checked)).isEqualTo(checked);
    }

    @ParameterizedTest
    @CsvSource({
        "url, ''",
        "url, ftp://example.org/f",
        "url, file:///etc/passwd",
        "url, https://user:secret@example.org/f",
        "url, 'https://exa mple.org'",
        "interval, 0s",
        "interval, soon",
        "interval, 99d",
        "platform, 'My Feed'",
        "lang, 'plain french'"
    })
    void whatIsWrongIsNamed(String field, String value) {
        var settings = new HashMap<>(Map.of("url", "https://example.org/f"));
        settings.put(field, value);

        assertThatThrownBy(() -> kind.check(spec(settings)))
                .isInstanceOfSatisfying(
                        InvalidField.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static SourceSpec spec(Map<String, String> settings) {
        return new SourceSpec("a", "rss", settings);
    }
}
