package vigie.alert.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vigie.model.AlertRule;

class NewTermTest {

    private static final NewTerm RULE = new PlainRule(new AlertRule(
                    "b.r",
                    "b",
                    "r",
                    "new-term",
                    "mentions",
                    14,
                    6,
                    null,
                    true,
                    1,
                    null,
                    null,
                    5.0,
                    List.of(),
                    null,
                    null))
            .newTerm();

    @Test
    void theTermSaidMostLeadsAndTheCompanyItStandsInIsNamedWithIt() {
        var found = RULE.at(
                List.of(
                        said("derailment", 0, 9, 8, 1),
                        said("derailment near lyon", 0, 9, 8, 0),
                        said("lyon", 0, 7, 6, 1),
                        said("concert", 50, 8, 8, 0)),
                14);
        assertThat(found.met()).isTrue();
        assertThat(found.terms()).extracting(Said::term).containsExactly("derailment near lyon", "derailment", "lyon");
        assertThat(found.summaries().get("en"))
                .isEqualTo(
                        "New term “derailment near lyon”: 9 mentions by 8 authors in 1 h, 0 in the 14 days before; with"
                                + " it “derailment”, “lyon”.");
        assertThat(found.summaries().get("fr"))
                .isEqualTo("Nouveau terme « derailment near lyon » : 9 mentions de 8 auteurs en 1 h, 0 les 14 jours"
                        + " d’avant ; avec lui « derailment », « lyon ».");
        assertThat(found.observed()).isEqualTo(9);
        assertThat(found.silentBelow()).isEqualTo(6);
    }

    @Test
    void fewMentionsFewPeopleOrAPastAreNotNew() {
        assertThat(RULE.at(List.of(said("few", 0, 5, 5, 0)), 14).met())
                .as("mentions")
                .isFalse();
        assertThat(RULE.at(List.of(said("loud", 0, 40, 4, 0)), 14).met())
                .as("people")
                .isFalse();
        assertThat(RULE.at(List.of(said("known", 0, 11, 9, 3)), 14).met())
                .as("past")
                .isFalse();
        var rare = RULE.at(List.of(said("rare", 0, 12, 9, 3)), 14);
        assertThat(rare.met()).isTrue();
        assertThat(rare.silentBelow()).isEqualTo(12);
        assertThat(rare.summaries().get("en")).contains("3 in the 14 days before");
    }

    @Test
    void withoutAPastNothingIsNew() {
        assertThat(RULE.at(List.of(said("any", 0, 40, 40, 0)), 2).met()).isFalse();
        assertThat(RULE.at(List.of(said("any", 0, 40, 40, 0)), 3).summaries().get("en"))
                .contains("the 3 days before");
    }

    @Test
    void ofVeryManyMentionsAPartIsLookedAtAndTheSentenceSaysSo() {
        var part = new Said("strike", mentions(0, 20), 18, 400, 0);
        assertThat(RULE.at(List.of(part), 14).summaries().get("en"))
                .startsWith("New term “strike”: 400 mentions by at least 18 authors");
        assertThat(RULE.at(List.of(part), 14).summaries().get("fr")).contains("d’au moins 18 auteurs");
    }

    private static Said said(String term, int first, int mentions, int authors, long before) {
        return new Said(term, mentions(first, mentions), authors, mentions, before);
    }

    private static Set<Integer> mentions(int first, int count) {
        return IntStream.range(first, first + count).boxed().collect(Collectors.toSet());
    }
}
