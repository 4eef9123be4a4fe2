package vigie.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void saysTheCountWhatWasUsualAndHowRareItIs() {
        var summary = Summary.of(judgement(Math.log(8), true), "negative");
        assertThat(summary.get("en"))
                .isEqualTo("46 negative mentions in 1 h, expected 4 ± 4 (usual for this hour);"
                        + " a level this brand reaches about once in 8 days.");
        assertThat(summary.get("fr"))
                .isEqualTo("46 mentions négatives en 1 h, attendu 4 ± 4 (habituel à cette heure) ;"
                        + " un niveau que cette marque atteint environ une fois en 8 jours.");
    }

    @Test
    void whatIsRarerThanTenYearsIsNotToldApart() {
        assertThat(Summary.of(judgement(60, false), "mentions").get("en"))
                .endsWith("(its usual level); a level this brand reaches less than once in 10 years.");
    }

    @Test
    void aHashtagIsNamedAsWritten() {
        assertThat(Summary.of(judgement(3, false), "hashtag:100%fail").get("en"))
                .startsWith("46 mentions with #100%fail in 1 h");
    }

    @Test
    void oneIsNotSeveral() {
        var summary = Summary.of(judgement(1, 3, false), "negative");
        assertThat(summary.get("en")).startsWith("1 negative mention in 1 h");
        assertThat(summary.get("fr")).startsWith("1 mention négative en 1 h");
    }

    private static Judgement judgement(double z, boolean seasonal) {
        return judgement(46, z, seasonal);
    }

    private static Judgement judgement(int seen, double z, boolean seasonal) {
        var usual = new NegativeBinomial(4, 0.75);
        var voices = new WindowReading.Voices(List.of(new Voice(usual, z, 0, 1)), 0);
        return new Judgement(Instant.EPOCH, WindowReading.of(Window.HOUR, seen, usual, voices), z, false, seasonal);
    }
}
