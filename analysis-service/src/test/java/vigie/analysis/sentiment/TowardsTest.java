package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vigie.model.SentimentLabel;

class TowardsTest {

    private final SentimentModel model = SentimentModels.bundled();
    private final Towards towards = new Towards(model);

    @Test
    void theFeelingIsTowardsTheOneTheClauseNames() {
        var text = "Norvia is a terrible mess, Telmo works great";
        var felt = towards.read(text, "en", targets(text, "Norvia", "Telmo"));
        assertThat(felt.get("Norvia").label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(felt.get("Telmo").label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void evidencePointsIntoTheWholeText() {
        var text = "Norvia is fine 😀 and calm. Telmo is absolutely horrible";
        var felt = towards.read(text, "en", targets(text, "Norvia", "Telmo")).get("Telmo");
        assertThat(felt.evidence())
                .filteredOn(e -> e.start() != null)
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.start()).isGreaterThanOrEqualTo(text.indexOf(". Telmo") + 1));
    }

    @Test
    void oneNameIsNoContrast() {
        assertThat(towards.read("Norvia is down", "en", targets("Norvia is down", "Norvia", "Telmo")))
                .isEmpty();
    }

    @Test
    void hostileTextIsAnsweredInBoundedTime() {
        var text = "Norvia " + ",and but; ".repeat(400) + " Telmo \u202e\ud83d 💥 que than";
        assertThat(towards.read(text, null, targets(text, "Norvia", "Telmo"))).containsKeys("Norvia", "Telmo");
    }

    @Test
    void theModelCardSaysHowOftenItIsRight() {
        int right = 0;
        int wholeRight = 0;
        int all = 0;
        var wrong = new ArrayList<String>();
        for (var line : lines()) {
            var columns = line.split("\t");
            var text = columns[1];
            var names = Stream.of(columns).skip(2).map(c -> c.split("=")[0]).toArray(String[]::new);
            var felt = towards.read(text, columns[0], targets(text, names));
            var whole = model.score(text, columns[0], false);
            for (int i = 2; i < columns.length; i++) {
                var expected = columns[i].split("=");
                var label = felt.get(expected[0]).label().wire();
                all++;
                wholeRight += whole.label().wire().equals(expected[1]) ? 1 : 0;
                if (label.equals(expected[1])) {
                    right++;
                } else {
                    wrong.add(text + " → " + expected[0] + " " + label);
                }
            }
        }
        var said = String.format(Locale.ROOT, "%d of %d (whole text: %d)", right, all, wholeRight);
        assertThat(card()).as(said + "\n" + String.join("\n", wrong)).contains(said);
    }

    private static List<Target> targets(String text, String... names) {
        return Stream.of(names)
                .map(name -> new Target(
                        name,
                        Pattern.compile(name)
                                .matcher(text)
                                .results()
                                .map(r -> new Target.Place(r.start(), r.end()))
                                .toList()))
                .toList();
    }

    private static List<String> lines() {
        return read("/vigie/sentiment/contrastive.tsv").lines().toList();
    }

    private static String card() {
        return read("/vigie/sentiment/MODEL-CARD.md");
    }

    private static String read(String name) {
        try (var in = TowardsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
