package vigie.sentiment.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.language.Languages;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.sentiment.SentimentModels;
import vigie.analysis.sentiment.Weights;
import vigie.model.SentimentLabel;

class TrainerTest {
    private static final List<String> BRANDS = List.of("Nordbank", "Railvia", "Belissa", "Telmo", "Voltéo", "Marqa");

    @Test
    void aTinyModelLearnsWhatItIsTaught() {
        SentimentModel model = SentimentModels.of(train(1));
        assertThat(model.score("Railvia is a zorglub company", "en", false).label())
                .isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(model.score("Telmo, quel flambidou", "fr", false).label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(model.name()).isEqualTo("tiny");
        assertThat(Evaluation.of(model, examples()).macroF1()).isGreaterThan(0.9);
    }

    @Test
    void theSameTextsAndSeedGiveTheSameFile() throws IOException {
        assertThat(bytes(train(1))).isEqualTo(bytes(train(1)));
    }

    @Test
    void aWrittenModelAnswersAsTheOneItWasWrittenFrom() throws IOException {
        Weights weights = train(1);
        SentimentModel before = SentimentModels.of(weights);
        SentimentModel after = SentimentModels.read(new ByteArrayInputStream(bytes(weights)));
        for (Example example : examples()) {
            assertThat(after.score(example.text(), example.language(), true))
                    .isEqualTo(before.score(example.text(), example.language(), true));
        }
    }

    @Test
    void noTextOfTheTrainingCanBeReadInTheFile() throws IOException {
        var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes(train(1)))).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8))
                .doesNotContain("zorglub", "flambidou", "Railvia", "railvia");
    }

    @Test
    void aTextInAnUnknownLanguageIsRefusedByName() {
        var texts = new ArrayList<>(examples());
        texts.add(new Example("hyvä", SentimentLabel.POSITIVE, "fi", "t"));
        assertThatThrownBy(() -> new Trainer(1, 1, line -> {}).train("tiny", texts, List.of()))
                .hasMessageContaining("fi");
    }

    @Test
    void aBrokenLineIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.tsv");
        Files.writeString(file, "positive\tbien\nbien sans étiquette\n");
        assertThatThrownBy(() -> Examples.file(file, "fr", "x")).hasMessageContaining("line 2");
    }

    @Test
    void aFolderIsReadByLanguage(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("french"));
        Files.createDirectories(folder.resolve("en"));
        Files.writeString(folder.resolve("french/train.tsv"), "positive\tbien\n");
        Files.writeString(folder.resolve("en/train.tsv"), "negative\tbad\tvery\n");
        assertThat(Examples.folder(folder, "train"))
                .extracting(Example::language, Example::text)
                .containsExactly(tuple("en", "bad\tvery"), tuple("fr", "bien"));
    }

    @Test
    void theFiguresAreThoseOfTheBooks() {
        Evaluation evaluation = Evaluation.ofConfusion(new int[][] {{8, 1, 1}, {2, 6, 2}, {0, 3, 7}});
        assertThat(evaluation.texts()).isEqualTo(30);
        assertThat(evaluation.precision(SentimentLabel.NEGATIVE)).isCloseTo(0.8, within(1e-9));
        assertThat(evaluation.recall(SentimentLabel.NEUTRAL)).isCloseTo(0.6, within(1e-9));
        assertThat(evaluation.f1(SentimentLabel.POSITIVE)).isCloseTo(0.7, within(1e-9));
        assertThat(evaluation.macroRecall()).isCloseTo(0.7, within(1e-9));
        assertThat(evaluation.describe()).contains("macro recall 70.0");
    }

    @Test
    void languagesAreToldApartByWhatWasLearnt() {
        var texts = new ArrayList<Example>();
        for (String brand : BRANDS) {
            for (int i = 0; i < 5; i++) {
                texts.add(new Example(
                        "le train de " + brand + " est en retard ce matin", SentimentLabel.NEUTRAL, "fr", "t"));
                texts.add(new Example(
                        "the train of " + brand + " is late this morning", SentimentLabel.NEUTRAL, "en", "t"));
            }
        }
        LanguageDetector detector = Languages.of(LanguageTrainer.train(texts, 1));
        assertThat(detector.detect("this is the train of the morning", null)).isEqualTo("en");
        assertThat(detector.detect("ce matin le train est en retard", null)).isEqualTo("fr");
    }

    /** Posts collected as Hindi are English one time in three. */
    @Test
    void englishThatStandsAmongHindiIsLearntAsEnglish() {
        var texts = new ArrayList<Example>();
        for (String brand : BRANDS) {
            for (int i = 0; i < 5; i++) {
                texts.add(new Example(brand + " ki gaadi phir late hai yaar", SentimentLabel.NEUTRAL, "hi", "t"));
                texts.add(new Example("stuck on the platform with " + brand, SentimentLabel.NEUTRAL, "hi", "t"));
                texts.add(new Example("this was a good day for " + brand, SentimentLabel.NEUTRAL, "en", "t"));
            }
        }
        LanguageDetector detector = Languages.of(LanguageTrainer.train(texts, 1));
        assertThat(detector.detect("stuck on the platform", null)).isEqualTo("en");
        assertThat(detector.detect("gaadi phir late hai yaar", null)).isEqualTo("hi");
    }

    private static Weights train(long seed) {
        return new Trainer(seed, 2, line -> {}).train("tiny", examples(), List.of());
    }

    /** Invented words carry the feeling, so that nothing but this training can have taught them. */
    private static List<Example> examples() {
        var examples = new ArrayList<Example>();
        for (String brand : BRANDS) {
            add(
                    examples,
                    "en",
                    "what a zorglub day with " + brand,
                    "such a flambidou offer from " + brand,
                    brand + " opens at nine");
            add(
                    examples,
                    "fr",
                    "encore un zorglub chez " + brand,
                    "quel flambidou chez " + brand,
                    brand + " ouvre à neuf heures");
        }
        return examples;
    }

    private static void add(List<Example> examples, String language, String bad, String good, String plain) {
        examples.add(new Example(bad, SentimentLabel.NEGATIVE, language, "t"));
        examples.add(new Example(good, SentimentLabel.POSITIVE, language, "t"));
        examples.add(new Example(plain, SentimentLabel.NEUTRAL, language, "t"));
    }

    private static byte[] bytes(Weights weights) throws IOException {
        var out = new ByteArrayOutputStream();
        weights.write(out);
        return out.toByteArray();
    }
}
