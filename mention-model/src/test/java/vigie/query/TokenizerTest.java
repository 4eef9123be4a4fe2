package vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    @Test
    void aWordHasThreeFormsAndItsPlaceInTheText() {
        assertThat(Tokenizer.tokenize("un Été"))
                .containsExactly(
                        new Token("un", "un", "un", 0, 2, 0, Token.Kind.WORD),
                        new Token("ete", "été", "Été", 3, 6, 0, Token.Kind.WORD));
    }

    @Test
    void elisionsPossessivesAndHyphensDoNotHideABrand() {
        assertThat(folded("l'Oréal d’Orange Acme's porte-monnaie Acme_gate late.Acme"))
                .containsExactly(
                        "l", "oreal", "d", "orange", "acme", "s", "porte", "monnaie", "acme", "gate", "late", "acme");
    }

    @Test
    void aHashtagIsFollowedByThePlainWordsInIt() {
        assertThat(folded("#GateauBasque !"))
                .startsWith("#gateaubasque", "gateau", "basque")
                .contains("gateaubasque");
        assertThat(folded("#acme")).containsExactly("#acme", "acme");
        assertThat(folded("#HTMLParser")).startsWith("#htmlparser", "html", "parser");
        assertThat(folded("#air_france")).containsExactly("#air_france", "air", "france");
        assertThat(folded("#B2B #A380")).containsExactly("#b2b", "b2b", "#a380", "a380");
        assertThat(folded("#東京タワー")).startsWith("#東京タワー", "東", "京", "タ");
    }

    @Test
    void aMentionIsOneTokenWhateverPunctuationTouchesIt() {
        assertThat(folded("@AmericanAirBR .@AmericanAir @AmericanAir's @AmericanAir: (@a_b)"))
                .containsExactly("@americanairbr", "@americanair", "@americanair", "s", "@americanair", "@a_b");
    }

    @Test
    void anAddressOfMailIsNoMention() {
        assertThat(folded("support@acme.example")).containsExactly("support", "acme", "example");
    }

    @Test
    void numbersKeepTheirPointsAndCashtagsTheirSign() {
        assertThat(folded("3.5 1,000 $ACME $5 A380")).containsExactly("3.5", "1,000", "$acme", "5", "a380");
    }

    @Test
    void emojiAreWholeWithToneFamilyFlagAndKeycap() {
        assertThat(Tokenizer.tokenize("👍🏽👨‍👩‍👧🇫🇷1️⃣❤️❤"))
                .extracting(Token::exact)
                .containsExactly("👍🏽", "👨‍👩‍👧", "🇫🇷", "1⃣", "❤", "❤");
        assertThat(folded("👍🏽")).containsExactly("👍");
    }

    @Test
    void aLinkIsOneTokenSoThatItsLettersMatchNothing() {
        assertThat(folded("see http://t.example/bT, (https://acme.example/a)."))
                .containsExactly("see", "http://t.example/bt", "https://acme.example/a");
    }

    @Test
    void decomposedFullWidthAndFancyLettersAreTheSameWords() {
        assertThat(Tokenizer.tokenize("de\u0301c\u0327u ＡＣＭＥ 𝐀𝐜𝐦𝐞 a\u00ADcme"))
                .extracting(Token::accented)
                .containsExactly("déçu", "acme", "acme", "acme");
        assertThat(folded("ŒUVRE Straße Łódź ΟΔΟΣ أحمد")).containsExactly("oeuvre", "strasse", "lodz", "οδοσ", "احمد");
    }

    @Test
    void scriptsWithoutSpacesGiveATokenForEachCharacter() {
        assertThat(folded("東京タワー ไทย 삼성전자")).containsExactly("東", "京", "タ", "ワ", "ー", "ไ", "ท", "ย", "삼성전자");
    }

    @Test
    void lettersWhoseCompatibilityFormHoldsBlanksStayOneToken() {
        assertThat(folded("ﷺ")).hasSize(1).noneMatch(s -> s.contains(" "));
    }

    @Test
    void sentencesEndAtPunctuationThatEndsThem() {
        assertThat(sentences("Late again. Never more! Why? ok\nend")).containsExactly(0, 0, 1, 1, 2, 3, 4);
        assertThat(sentences("Dr. Oetker and E. Leclerc met acme.example at 3.5 etc. again"))
                .containsOnly(0);
        assertThat(sentences("東京。大阪")).containsExactly(0, 0, 1, 1);
    }

    @Test
    void aVeryLongWordIsCutButKeepsItsPlace() {
        var tokens = Tokenizer.tokenize("x".repeat(5_000) + " acme");
        assertThat(tokens.get(0).folded()).hasSize(Token.MAX_FORM);
        assertThat(tokens.get(1).start()).isEqualTo(5_001);
    }

    private static List<String> folded(String text) {
        return Tokenizer.tokenize(text).stream().map(Token::folded).toList();
    }

    private static List<Integer> sentences(String text) {
        return Tokenizer.tokenize(text).stream().map(Token::sentence).toList();
    }
}
