package vigie.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vigie.ingest.Instance;
import vigie.ingest.KafkaWriter;
import vigie.model.PostEvent;
import vigie.topic.Topics;

@SpringBootTest(
        classes = PushControllerTest.Entrance.class,
        properties = {
            "vigie.api-key=0123456789abcdef",
            "vigie.instance=test",
            "management.endpoint.health.group.readiness.include=readinessState",
            "vigie.ingest.push.max-body=64KB",
            "vigie.ingest.push.max-items=5",
            "vigie.ingest.push.max-in-flight=128KB"
        })
@AutoConfigureMockMvc
class PushControllerTest {

    private static final Instant NOW = Instant.parse("2026-05-02T12:00:00Z");
    private static final String KEY = "0123456789abcdef";

    @Configuration
    @EnableAutoConfiguration
    @EnableConfigurationProperties({PushSettings.class, Instance.class})
    @Import({PushController.class, PushRules.class, PushCounters.class})
    static class Entrance {
        @Bean
        MockProducer<String, byte[]> producer() {
            return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Bean
        KafkaWriter writer(MockProducer<String, byte[]> producer) {
            return new KafkaWriter(producer);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    MockProducer<String, byte[]> producer;

    @Autowired
    InFlight inFlight;

    @BeforeEach
    void nothingSentYet() {
        producer.clear();
        producer.sendException = null;
    }

    @Test
    void onePostIsAcceptedAndKeyedByItsId() throws Exception {
        push(post(1))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.rejected").isEmpty());

        assertThat(producer.history()).hasSize(1);
        var record = producer.history().get(0);
        assertThat(record.topic()).isEqualTo("posts");
        assertThat(record.key()).isEqualTo("x:1");
        var event = Topics.POSTS.valueSerde().deserializer().deserialize("posts", record.value());
        assertThat(event).isInstanceOfSatisfying(PostEvent.Published.class, p -> {
            assertThat(p.arrivedAt()).isEqualTo(NOW);
            assertThat(p.post().text()).isEqualTo("Hello 1");
        });
    }

    @Test
    void theGoodItemsOfAPartlyBadBatchAreKept() throws Exception {
        push("[" + post(1) + ",{\"id\":\"2\",\"platform\":\"x\",\"text\":\"no date\"}," + post(3) + ",7]")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(2))
                .andExpect(jsonPath("$.rejected", hasSize(2)))
                .andExpect(jsonPath("$.rejected[0].index").value(1))
                .andExpect(jsonPath("$.rejected[0].field").value("publishedAt"))
                .andExpect(jsonPath("$.rejected[1].index").value(3));

        assertThat(keys()).containsExactly("x:1", "x:3");
    }

    @Test
    void aBatchWithoutAnyAcceptableItemIsUnprocessable() throws Exception {
        push("[{\"id\":\"2\"}]")
                .andExpect(status().is(422))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.field").value("platform"))
                .andExpect(jsonPath("$.accepted").value(0))
                .andExpect(jsonPath("$.rejected[0].field").value("platform"));
    }

    @Test
    void unreadableJsonIsRefusedWholeWithLineAndColumn() throws Exception {
        push("[" + post(1) + ",\n  {\"id\": oops}]")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.line").value(2))
                .andExpect(jsonPath("$.column").isNumber())
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("Hello"))));

        assertThat(producer.history()).isEmpty();
    }

    @Test
    void whatIsNotUtf8OrGoesOnAfterItsEndIsUnreadable() throws Exception {
        push(json().content(new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'})).andExpect(status().isBadRequest());
        push(post(1) + post(2)).andExpect(status().isBadRequest());
        push("").andExpect(status().isBadRequest());
        push("[".repeat(10_000))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("nested too deeply")));
        push("[" + post(1)).andExpect(status().isBadRequest());
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aBadLineIsOneRejectedItem() throws Exception {
        push(lines(post(1) + "\n{oops\n\n" + post(3) + "\r\n" + post(4) + " 5"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(2))
                .andExpect(jsonPath("$.rejected", hasSize(2)))
                .andExpect(jsonPath("$.rejected[0].index").value(1))
                .andExpect(jsonPath("$.rejected[0].error").value(containsString("column")))
                .andExpect(jsonPath("$.rejected[1].index").value(3));

        assertThat(keys()).containsExactly("x:1", "x:3");
    }

    @Test
    void gzipIsUnpackedAndBoundedAfterUnpacking() throws Exception {
        push(json().header("Content-Encoding", "gzip").content(gzip(post(1)))).andExpect(status().isAccepted());
        push(json().header("Content-Encoding", "gzip").content(gzip(" ".repeat(5_000_000))))
                .andExpect(status().is(413));
        push(json().header("Content-Encoding", "gzip").content("not gzip")).andExpect(status().isBadRequest());
        var cut = java.util.Arrays.copyOf(gzip(post(1)), 40);
        push(json().header("Content-Encoding", "gzip").content(cut)).andExpect(status().isBadRequest());
        push(json().header("Content-Encoding", "br").content(post(1))).andExpect(status().is(415));

        assertThat(keys()).containsExactly("x:1");
    }

    @Test
    void tooLargeABodyAndTooManyItemsAreRefused() throws Exception {
        push("\"" + "a".repeat(70_000) + "\"").andExpect(status().is(413));
        push("[" + String.join(",", java.util.Collections.nCopies(6, post(1))) + "]")
                .andExpect(status().is(413));
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void otherKindsOfBodyAreRefused() throws Exception {
        push(json().contentType("text/plain").content(post(1))).andExpect(status().is(415));
        push(json().contentType("application/json;charset=ISO-8859-1").content(post(1)))
                .andExpect(status().is(415));
    }

    @Test
    void withoutAKeyOrTheRoleNothingIsTaken() throws Exception {
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/api/posts")
                        .contentType("application/json")
                        .content(post(1)))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
        var viewer = org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user(
                        "v")
                .roles("VIEWER");
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/api/posts")
                        .with(viewer)
                        .contentType("application/json")
                        .content(post(1)))
                .andExpect(status().isForbidden());
        var sender = org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user(
                        "s")
                .roles("INGEST");
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/api/posts")
                        .with(sender)
                        .contentType("application/json")
                        .content(post(1)))
                .andExpect(status().isAccepted());
    }

    @Test
    void aKeyThatMayOnlyPushReadsNothing() throws Exception {
        for (var path : List.of("/v3/api-docs", "/actuator/prometheus", "/actuator/info")) {
            for (var role : List.of("INGEST", "VIEWER")) {
                var status = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path)
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.user("s")
                                        .roles(role)))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(status == 403).as("%s as %s", path, role).isEqualTo(role.equals("INGEST"));
            }
        }
    }

    @Test
    void aCrookedPathIsAProblemToo() throws Exception {
        for (var path : List.of("/api//posts", "/api/posts;a=b")) {
            mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                                    java.net.URI.create(path))
                            .header("X-Api-Key", KEY))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
    }

    @Test
    void whatKafkaDidNotConfirmIsSaidAndMayBeSentAgain() throws Exception {
        producer.sendException = new TimeoutException("away");
        push("[" + post(1) + "," + post(2) + "]")
                .andExpect(status().is(503))
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.accepted").value(0));
    }

    @Test
    void tooMuchAtOnceIsToldToComeBack() throws Exception {
        try (var others = inFlight.lease()) {
            others.grow(128 * 1024);
            push(post(1)).andExpect(status().is(429)).andExpect(header().exists("Retry-After"));
        }
        push(post(1)).andExpect(status().isAccepted());
    }

    @Test
    void countersAreTakenWithTheSameAnswers() throws Exception {
        mvc.perform(authorised("/api/engagements")
                        .contentType("application/json")
                        .content("""
                                [{"postId":"x:1","observedAt":"2026-05-02T11:00:00Z","likes":3},
                                 {"postId":"x:2","observedAt":"2026-05-02T11:00:00Z"},
                                 {"postId":"nocolon","observedAt":"2026-05-02T11:00:00Z","likes":1},
                                 {"postId":"x:3","observedAt":"2026-05-02T11:00:00Z","likes":-1}]"""))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.rejected[*].field", org.hamcrest.Matchers.contains("likes", "postId", "likes")));
        assertThat(keys()).containsExactly("x:1");
        assertThat(producer.history().get(0).topic()).isEqualTo("engagements");
    }

    @Test
    void aDeletionTravelsTheSameRoad() throws Exception {
        mvc.perform(delete("/api/posts")
                        .queryParam("platform", "mastodon")
                        .queryParam("id", "https://example.org/@a/42")
                        .header("X-Api-Key", KEY))
                .andExpect(status().isAccepted());
        var record = producer.history().get(0);
        assertThat(record.key()).isEqualTo("mastodon:https://example.org/@a/42");
        assertThat(Topics.POSTS.valueSerde().deserializer().deserialize("posts", record.value()))
                .isInstanceOf(PostEvent.Deleted.class);

        mvc.perform(delete("/api/posts")
                        .queryParam("platform", "A B")
                        .queryParam("id", "1")
                        .header("X-Api-Key", KEY))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.field").value("platform"));
        mvc.perform(delete("/api/posts").queryParam("platform", "x").header("X-Api-Key", KEY))
                .andExpect(status().isBadRequest());
    }

    private List<String> keys() {
        return producer.history().stream().map(r -> r.key()).toList();
    }

    private ResultActions push(String body) throws Exception {
        return push(json().content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private ResultActions push(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request);
    }

    private static MockHttpServletRequestBuilder authorised(String path) {
        return org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path)
                .header("X-Api-Key", KEY);
    }

    private static MockHttpServletRequestBuilder json() {
        return authorised("/api/posts").contentType("application/json");
    }

    private static MockHttpServletRequestBuilder lines(String body) {
        return authorised("/api/posts").contentType("application/x-ndjson").content(body);
    }

    private static String post(int n) {
        return "{\"id\":\"%d\",\"platform\":\"x\",\"publishedAt\":\"2026-05-02T10:00:00Z\",\"text\":\"Hello %d\"}"
                .formatted(n, n);
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
