package vigie.analysis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.sentiment.Tunings;
import vigie.door.InvalidField;
import vigie.door.JsonProblem;
import vigie.json.Json;
import vigie.model.Sentiment;

/** {@code POST /api/analyze}. */
@RestController
class AnalyzeController {

    private static final int MOST_TEXTS = 1_000;
    private static final int MOST_BYTES = 10 << 20;
    private static final ObjectReader READER = Json.mapper().readerForListOf(Text.class);

    private final LanguageDetector languages;
    private final SentimentModel sentiments;
    private final Tunings tunings;

    AnalyzeController(LanguageDetector languages, SentimentModel sentiments, Tunings tunings) {
        this.languages = languages;
        this.sentiments = sentiments;
        this.tunings = tunings;
    }

    /**
     * @param lang what the text is declared to be written in, if anything
     * @param brand id of the brand as whose mention it is to be read
     */
    record Text(
            @Nullable String text,
            @Nullable String lang,
            @Nullable String brand) {}

    /** @param plain the answer without what is known of the brand, where there is such */
    record Analysed(
            String lang,
            Sentiment sentiment,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Sentiment plain) {}

    @Operation(summary = "Language and sentiment of up to 1,000 texts", description = """
                    Body: `[{"text": "The night train was late again", "lang": "en"}]`; `lang` may be left out.
                    Answer, in the same order:
                    `[{"lang": "en", "sentiment": {"label": "negative", "score": -0.62, "confidence": 0.81,
                    "evidence": [{"text": "late", "weight": -0.9}], "model": "…"}}]`

                    With `"brand": "acme"` a text is read as that brand's mentions are: how it is usually talked of (evidence of kind \
                    `prior`) and words people's corrections taught (kind `brand`) count, and `plain` is the answer without them. A brand \
                    of which nothing was learnt changes nothing.
                    """)
    @PostMapping(path = "/api/analyze", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Analysed> analyze(HttpServletRequest request) throws IOException {
        var texts = read(body(request));
        if (texts.size() > MOST_TEXTS) {
            throw tooLarge("more than " + MOST_TEXTS + " texts; send fewer at a time");
        }
        for (int i = 0; i < texts.size(); i++) {
            var item = texts.get(i);
            if (item == null || item.text() == null) {
                throw new InvalidField("[" + i + "].text", "is required");
            }
        }
        var answers = new ArrayList<Analysed>(texts.size());
        for (var item : texts) {
            answers.add(analysed(item.text() == null ? "" : item.text(), item.lang(), item.brand()));
        }
        return answers;
    }

    private Analysed analysed(String text, @Nullable String declared, @Nullable String brand) {
        var lang = languages.detect(text, declared);
        var known = lang.equals(LanguageDetector.UNDECIDED) ? null : lang;
        var plain = sentiments.score(text, known, true);
        var tuning = brand == null ? null : tunings.all().get(brand);
        return tuning == null ? new Analysed(lang, plain, null) : new Analysed(lang, tuning.adjust(text, plain), plain);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw tooLarge("a body of more than 10 MB; send fewer texts at a time");
        }
        if (body.length == 0) {
            throw refused(HttpStatus.BAD_REQUEST, "the body is empty");
        }
        return body;
    }

    private static List<@Nullable Text> read(byte[] body) {
        try {
            List<@Nullable Text> texts = READER.readValue(body);
            if (texts == null) {
                throw new InvalidField("[]", "must be an array of texts");
            }
            return texts;
        } catch (JacksonException e) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, JsonProblem.of(e), e);
        }
    }

    private static ErrorResponseException tooLarge(String detail) {
        return refused(HttpStatus.CONTENT_TOO_LARGE, detail);
    }

    private static ErrorResponseException refused(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
