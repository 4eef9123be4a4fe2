package vigie.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Ça ne marche plus depuis hier, je ne comprends pas pourquoi",
                "fr | Le train de 8 h est encore en retard",
                "en | This is not working since the last update",
                "de | Der Zug ist schon wieder zu spät",
                "es | No me gusta nada el nuevo servicio",
                "it | Non funziona niente da questa mattina",
                "pt | Não consigo falar com ninguém da empresa",
                "ar | الخدمة سيئة جدا ولا أنصح بها",
                "hi | यह सेवा बहुत अच्छी है",
                "ja | このサービスはとても良いです",
                "zh | 这个服务很好",
                "ru | Это очень плохо, ничего не работает, мы ждём",
                "uk | Їхній сервіс не працює",
                "el | Η υπηρεσία δεν λειτουργεί",
                "ko | 서비스가 작동하지 않습니다",
                "en | Stuck with Acme Rail, terrible and awful 36",
                "en | Late flight, rude crew",
                "en | Kudos to the cabin crew at Mumbai airport",
                "hi | yaar yeh service bilkul bakwas hai",
                "hi | bhai please help karo mera order nahi aaya",
                "fa | این سرویس خیلی خوب است چون پشتیبانی دارد",
            })
    void aPlainSentenceIsRecognised(String language, String text) {
        assertThat(Languages.detect(text, null)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Het is niet goed dat ze het ook doen",
                "pl | Bardzo mi się podoba, ale nie jest to dla mnie",
                "tr | çok güzel bir gün ve ben bu gün için",
            })
    void aLanguageWithoutAModelIsNotTakenForItsNeighbour(String language, String text) {
        assertThat(Languages.detect(text, null)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"''", "ok", "😡😡", "12:30", "@someone #topic https://example.org", "lol"})
    void whatSaysTooLittleIsLeftUndecided(String text) {
        assertThat(Languages.detect(text, null)).isEqualTo(LanguageDetector.UNDECIDED);
    }

    @Test
    void mixedScriptsAreLeftUndecided() {
        assertThat(Languages.detect("Hello مرحبا", null)).isEqualTo(LanguageDetector.UNDECIDED);
    }

    @Test
    void thePlatformIsBelievedWhereTheTextSaysNothingAgainstIt() {
        assertThat(Languages.detect("Super !", "fr")).isEqualTo("fr");
        assertThat(Languages.detect("Heel mooi gedaan hoor, bedankt", "nl-BE")).isEqualTo("nl");
        assertThat(Languages.detect("मला हे आवडते", "mr")).isEqualTo("mr");
    }

    @Test
    void thePlatformIsNotBelievedAgainstTheScript() {
        assertThat(Languages.detect("الخدمة سيئة جدا ولا أنصح بها", "en")).isEqualTo("ar");
        assertThat(Languages.detect("This is clearly an English sentence, nothing else", "ja"))
                .isEqualTo("en");
    }

    @Test
    void thePlatformIsNotBelievedAgainstALongClearText() {
        String text =
                "Je ne comprends pas pourquoi le service client ne répond jamais à mes messages depuis une semaine";
        assertThat(Languages.detect(text, "en")).isEqualTo("fr");
    }

    @Test
    void nonsenseFromThePlatformIsIgnored() {
        assertThat(Languages.detect("Der Zug ist schon wieder zu spät", "not a language!"))
                .isEqualTo("de");
        assertThat(Languages.detect("Der Zug ist schon wieder zu spät", "und")).isEqualTo("de");
        assertThat(Languages.detect("Der Zug ist schon wieder zu spät", "")).isEqualTo("de");
    }

    @Test
    void anyTextGetsAnAnswer() {
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(50); k > 0; k--) {
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(Languages.detect(text.toString(), random.nextBoolean() ? "fr" : null))
                    .isNotBlank();
        }
        assertThat(Languages.detect("mot ".repeat(50_000), null)).isNotBlank();
    }
}
