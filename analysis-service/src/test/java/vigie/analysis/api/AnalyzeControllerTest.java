package vigie.analysis.api;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.sentiment.BrandTuning;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.sentiment.Tunings;
import vigie.model.BrandSentiment;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.SentimentShares;

@SpringBootTest(
        classes = AnalyzeControllerTest.Api.class,
        properties = {
            "vigie.api-key=a-key-that-is-long-enough",
            // the topology and the index are not part of this test
            "management.endpoint.health.validate-group-membership=false",
            // SHA-256 of "a-key-that-may-only-push"
            "vigie.keys.c5e88195f9239eb37f778e146e3239ff909ac180392ee1d74b9fb3a2b17bf724=ingest"
        })
@AutoConfigureMockMvc
class AnalyzeControllerTest {

    private static final String KEY = "a-key-that-is-long-enough";

    private static final BrandTuning TUNING = BrandTuning.of(new BrandSentiment(
            "acme",
            null,
            3,
            Instant.EPOCH,
            new BrandSentiment.Applied(
                    new SentimentShares(0.2, 0.2, 0.6), 1, List.of(new BrandSentiment.Word("brilliant", -1, -1, 4, 3))),
            null,
            null,
            List.of()));

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
    @Import({AnalyzeController.class, ApiRules.class})
    static class Api {
        @Bean
        LanguageDetector languages() {
            return (text, declared) -> declared == null ? "und" : declared;
        }

        @Bean
        Tunings tunings() {
            return () -> Map.of("acme", TUNING);
        }

        @Bean
        SentimentModel sentiments() {
            return new SentimentModel() {
                @Override
                public Sentiment score(String text, String lang, boolean evidence) {
                    return new Sentiment(
                            SentimentLabel.NEGATIVE,
                            -0.5,
                            0.7,
                            List.of(new Sentiment.Evidence(text + "/" + lang, -1, null, null, null)),
                            name());
                }

                @Override
                public String name() {
                    return "always-sad";
                }
            };
        }
    }

    @Autowired
    private MockMvc http;

    private ResultActions analyze(String body) throws Exception {
        return http.perform(post("/api/analyze")
                .header("X-Api-Key", KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void textsAreAnsweredInTheirOrder() throws Exception {
        analyze("[{\"text\":\"one\",\"lang\":\"en\"},{\"text\":\"deux\"}]")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[0].lang").value("en"))
                .andExpect(jsonPath("$[0].sentiment.label").value("negative"))
                .andExpect(jsonPath("$[0].sentiment.score").value(-0.5))
                .andExpect(jsonPath("$[0].sentiment.confidence").value(0.7))
                .andExpect(jsonPath("$[0].sentiment.model").value("always-sad"))
                .andExpect(jsonPath("$[0].sentiment.evidence[0].text").value("one/en"))
                .andExpect(jsonPath("$[0].sentiment.evidence[0].weight").value(-1))
                .andExpect(jsonPath("$[1].lang").value("und"))
                .andExpect(jsonPath("$[1].sentiment.evidence[0].text").value("deux/null"));
    }

    @Test
    void aTextIsReadAsAMentionOfTheBrandThatIsAskedFor() throws Exception {
        analyze(
                        "[{\"text\":\"brilliant as ever\",\"brand\":\"acme\"},{\"text\":\"brilliant as ever\",\"brand\":\"unknown\"}]")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].sentiment.label").value("positive"))
                .andExpect(jsonPath("$[0].sentiment.evidence[?(@.kind == 'brand')].text")
                        .value("brilliant"))
                .andExpect(jsonPath("$[0].sentiment.evidence[?(@.kind == 'prior')]", hasSize(1)))
                .andExpect(jsonPath("$[0].plain.label").value("negative"))
                .andExpect(jsonPath("$[1].sentiment.label").value("negative"))
                .andExpect(jsonPath("$[1].plain").doesNotExist());
    }

    @Test
    void anItemWithoutTextIsNamed() throws Exception {
        analyze("[{\"text\":\"a\"},{\"text\":\"b\"},{\"text\":\"c\"},{\"lang\":\"en\"}]")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("[3].text"));
    }

    @Test
    void aValueOfTheWrongKindIsNamed() throws Exception {
        analyze("[{\"text\":{\"a\":1}}]")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("[0].text"));
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() throws Exception {
        analyze("[{\"text\":")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.line").value(1))
                .andExpect(jsonPath("$.column").exists());
        analyze("null").andExpect(status().isUnprocessableContent());
        analyze("")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("the body is empty"));
    }

    @Test
    void moreThanAThousandTextsAreTooMany() throws Exception {
        var thousand = "{\"text\":\"a\"},".repeat(999) + "{\"text\":\"a\"}";
        analyze("[" + thousand + "]").andExpect(status().isOk()).andExpect(jsonPath("$", hasSize(1000)));
        analyze("[" + thousand + ",{\"text\":\"a\"}]").andExpect(status().isContentTooLarge());
    }

    @Test
    void aHugeBodyIsTooLarge() throws Exception {
        analyze("[{\"text\":\"" + "a".repeat(11 << 20) + "\"}]").andExpect(status().isContentTooLarge());
    }

    @Test
    void withoutAKeyNothingIsAnalysed() throws Exception {
        http.perform(post("/api/analyze")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[]"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aKeyForPushingIsNotEnough() throws Exception {
        http.perform(post("/api/analyze")
                        .header("X-Api-Key", "a-key-that-may-only-push")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[]"))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatIsNotThereIsCalledSoToAnAdministratorAlone() throws Exception {
        for (var path : List.of("/api/nowhere", "/nowhere")) {
            http.perform(get(path).header("X-Api-Key", KEY)).andExpect(status().isNotFound());
            http.perform(get(path).header("X-Api-Key", "a-key-that-may-only-push"))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void onlyJsonIsTaken() throws Exception {
        http.perform(post("/api/analyze")
                        .header("X-Api-Key", KEY)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("hello"))
                .andExpect(status().isUnsupportedMediaType());
    }
}
