package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.SentimentLabel;

/** Words of trouble report a fact as often as they complain: what counts is what is said about it. */
class ReportsTest {
    private static final List<String> REPORTS = List.of(
            "fr|Panne de réseau à Lyon depuis 8h.",
            "fr|Ponant Rail annonce une grève mardi.",
            "fr|Coupure d'eau prévue lundi de 9h à 12h.",
            "fr|Le service sera interrompu pour maintenance.",
            "fr|Trafic interrompu sur la ligne A, bus de remplacement.",
            "fr|Ponant Rail : le train 6012 est retardé de 20 minutes.",
            "en|Network outage reported in Leeds since 8am.",
            "en|The 8:15 train is delayed by 10 minutes.",
            "en|Planned maintenance on Monday from 9 to 12.",
            "en|Strike announced for Tuesday.",
            "en|Acme recalls 3,000 toasters over a cable.",
            "en|is the app down?",
            "de|Störung im Netz seit 8 Uhr.",
            "es|Corte de luz programado para el lunes.");

    private final SentimentModel model = SentimentModels.bundled();

    @Test
    void mostPlainReportsOfTroubleAreNotTakenForComplaints() {
        var taken = REPORTS.stream()
                .filter(report -> label(report.substring(3), report.substring(0, 2)) == SentimentLabel.NEGATIVE)
                .toList();
        assertThat(taken).hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|Votre appli est encore en panne, c'est honteux",
                "fr|Trois heures de retard et aucune excuse, j'ai honte pour vous",
                "en|Your app is down AGAIN, what a joke 😡",
                "en|Cancelled my flight and nobody cares, worst airline ever",
                "de|Schon wieder eine Störung, einfach nur schlecht"
            })
    void aComplaintAboutTheSameTroubleIs(String lang, String text) {
        assertThat(label(text, lang)).isEqualTo(SentimentLabel.NEGATIVE);
    }

    private SentimentLabel label(String text, String lang) {
        return model.score(text, lang, false).label();
    }
}
