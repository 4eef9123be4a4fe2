package vigie.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import vigie.json.Json;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.Post;

class PostFormatTest {

    private static final Instant NOW = Instant.parse("2026-05-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id | null | id",
                "id | 42 | id",
                "id | \"\" | id",
                "id | \"a\\u0000b\" | id",
                "id | \"\\ud800\" | id",
                "platform | \"Big X\" | platform",
                "platform | \"-x\" | platform",
                "platform | \"a:b\" | platform",
                "platform | true | platform",
                "publishedAt | \"2026-05-02T08:00:00\" | publishedAt",
                "publishedAt | \"2 May 2026\" | publishedAt",
                "publishedAt | \"2026-02-30T08:00:00Z\" | publishedAt",
                "publishedAt | \"2026-05-02T12:05:01Z\" | publishedAt",
                "publishedAt | \"1999-12-31T23:59:59Z\" | publishedAt",
                "publishedAt | 1777708800 | publishedAt",
                "receivedAt | \"2036-05-02T12:05:01Z\" | receivedAt",
                "text | null | text",
                "text | \" \" | text",
                "text | [\"a\"] | text",
                "title | {} | title",
                "url | \"javascript:alert(1)\" | url",
                "url | \"ftp://example.org\" | url",
                "url | \"https://\" | url",
                "url | \"https://a b\" | url",
                "lang | \"english please\" | lang",
                "author | \"bob\" | author",
                "author | {} | author.id",
                "author | {\"id\":7} | author.id",
                "author | {\"id\":\"7\",\"followers\":\"12\"} | author.followers",
                "author | {\"id\":\"7\",\"followers\":-1} | author.followers",
                "author | {\"id\":\"7\",\"followers\":1.5} | author.followers",
                "author | {\"id\":\"7\",\"followers\":1e300} | author.followers",
                "author | {\"id\":\"7\",\"name\":[]} | author.name",
                "engagement | 5 | engagement",
                "engagement | {\"likes\":true} | engagement.likes",
                "engagement | {\"views\":-3} | engagement.views",
                "hashtags | \"a\" | hashtags",
                "hashtags | [\"a\",2] | hashtags[1]",
                "hashtags | [\"#\"] | hashtags[0]",
                "rating | 0 | rating",
                "rating | 6 | rating",
                "rating | \"5\" | rating",
                "country | \"FRA\" | country",
                "mediaType | 1 | mediaType",
                "inReplyTo | 1 | inReplyTo"
            })
    void whatIsWrongIsNamed(String field, String json, String named) {
        var item = valid();
        item.set(field, Json.mapper().readTree(json));

        assertThatThrownBy(() -> PostFormat.read(item, NOW)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.field()).isEqualTo(named);
            assertThat(r.error()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "platform", "publishedAt", "text"})
    void whatIsRequiredIsMissed(String field) {
        var item = valid();
        item.remove(field);

        assertThatThrownBy(() -> PostFormat.read(item, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-02T12:05:00Z, 2026-05-02T12:05:00Z",
        "2026-05-02T14:00:00+02:00, 2026-05-02T12:00:00Z",
        "2026-05-02T14:00:00+0200, 2026-05-02T12:00:00Z",
        "2026-05-02T12:00Z, 2026-05-02T12:00:00Z",
        "2015-02-16T23:36:00.123-08:00, 2015-02-17T07:36:00.123Z"
    })
    void timesAreReadWithTheirOffset(String written, String meant) {
        var item = valid();
        item.put("publishedAt", written);

        assertThat(PostFormat.read(item, NOW).publishedAt()).isEqualTo(Instant.parse(meant));
    }

    @Test
    void everyFieldArrives() {
        var item = (ObjectNode) Json.mapper().readTree("""
                        {"id":"42","platform":"trustpilot","url":"https://example.org/r/42","publishedAt":"2026-05-02T08:00:00Z",
                         "receivedAt":"2026-05-02T08:00:01Z","title":"So so","text":"Not bad","lang":"pt_BR",
                         "author":{"id":"7","handle":"@ann","name":"Ann","followers":12,"location":"Lyon"},
                         "inReplyTo":"41","repostOf":"40","thread":"39","hashtags":["#Acme","Lyon"],
                         "engagement":{"likes":3,"shares":0,"views":900.0},"kind":"review","mediaType":"image/jpeg",
                         "country":"fr","rating":3.5,"somethingNew":{"a":[1]}}""");

        assertThat(PostFormat.read(item, NOW))
                .isEqualTo(new Post(
                        "42",
                        "trustpilot",
                        "https://example.org/r/42",
                        Instant.parse("2026-05-02T08:00:00Z"),
                        Instant.parse("2026-05-02T08:00:01Z"),
                        "So so",
                        "Not bad",
                        "pt-BR",
                        new Author("7", "ann", "Ann", 12L, "Lyon"),
                        "41",
                        "40",
                        "39",
                        java.util.List.of("Acme", "Lyon"),
                        new EngagementCounts(3L, 0L, null, 900L),
                        "review",
                        "image/jpeg",
                        "FR",
                        3.5));
    }

    @Test
    void textMayBeEmptyWhenATitleOrMediaSpeaks() {
        var withTitle = valid().put("text", "").put("title", "News");
        var withMedia = valid().put("text", "").put("mediaType", "image/png");

        assertThat(PostFormat.read(withTitle, NOW).title()).isEqualTo("News");
        assertThat(PostFormat.read(withMedia, NOW).text()).isEmpty();
    }

    @Test
    void nulAndHalfSurrogatePairsBecomeReplacementsOneForOne() {
        var item = valid().put("text", "a\0b\uD83Dc\uDE00d \uD83D\uDE00");

        assertThat(PostFormat.read(item, NOW).text()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd \uD83D\uDE00");
    }

    @Test
    void tooLongATextAndTooLongAnIdAreNamed() {
        assertThatThrownBy(() -> PostFormat.read(valid().put("text", "a".repeat(100_001)), NOW))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("text"));
        assertThatThrownBy(() -> PostFormat.read(valid().put("id", "é".repeat(300)), NOW))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("id"));
    }

    private static ObjectNode valid() {
        return Json.mapper()
                .createObjectNode()
                .put("id", "1")
                .put("platform", "x")
                .put("publishedAt", "2026-05-02T08:00:00Z")
                .put("text", "Hello");
    }
}
