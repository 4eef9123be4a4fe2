package vigie.alert.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.AlertRule;

class PlainRuleTest {

    private static final long NOW = 5_000_000;
    private static final int DAY = 288;

    @Test
    void aRatioNeedsTheMinimumEvenAgainstNothing() {
        var rule = rule("ratio", 10, 3.0, "1h");
        assertThat(rule.at(NOW, window(9, 0)).met()).isFalse();
        assertThat(rule.at(NOW, window(10, 0)).met()).isTrue();
        assertThat(rule.at(NOW, window(29, 10)).met()).isFalse();
        var met = rule.at(NOW, window(30, 10));
        assertThat(met.met()).isTrue();
        assertThat(met.silentBelow()).isEqualTo(30);
        assertThat(met.summaries().get("en"))
                .isEqualTo("30 mentions in 1 h, 10 in the 1 h before: 3.0 times as many; the rule asks for 3.0.");
    }

    /** 25 of 50 against 200 of 1,000: pooled 225/1050, z = 0.30 / 0.0595 = 5.04, P = 2.3e-7 a window of three hours. */
    @Test
    void aShiftOfTheNegativeShareIsTestedAndItsSizeTold() {
        var rule = rule("negative-share", 30, 10.0, null);
        var found = rule.at(NOW, share(50, 25, 1_000, 200));
        assertThat(found.met()).isTrue();
        assertThat(found.returnPeriodDays()).isEqualTo(3_650);
        assertThat(found.expected()).isEqualTo(10);
        assertThat(found.summaries().get("en"))
                .isEqualTo("50% negative in 3 h (25 of 50), 20% in the 7 days before: +30 points, z = 5.0.");
        assertThat(found.summaries().get("fr")).contains("+30 points");
    }

    @Test
    void aShareOfFewOrASmallShiftOrAnAccidentIsNotTold() {
        var rule = rule("negative-share", 30, 10.0, null);
        assertThat(rule.at(NOW, share(29, 29, 1_000, 200)).met()).as("few").isFalse();
        assertThat(rule.at(NOW, share(5_000, 1_400, 50_000, 10_000)).met())
                .as("small")
                .isFalse();
        assertThat(rule.at(NOW, share(40, 12, 1_000, 200)).met()).as("accident").isFalse();
    }

    @Test
    void silenceIsToldWhereThereIsAlwaysSomething() {
        var rule = rule("quiet", 5, null, null);
        Counts busy = (metric, from, to) -> to <= NOW - 35 ? to - from : 0;
        var found = rule.at(NOW, busy);
        assertThat(found.met()).isTrue();
        assertThat(found.expected()).isEqualTo(36);
        assertThat(rule.at(NOW, (metric, from, to) -> (to - from) / 36).met())
                .as("one came")
                .isFalse();
        assertThat(rule.at(NOW, (metric, from, to) -> to <= NOW - 35 ? (to - from) / 12 : 0)
                        .met())
                .as("three are usual, which is under the minimum")
                .isFalse();
        assertThat(rule.at(NOW, (metric, from, to) -> to <= NOW - 35 && from >= NOW - 2 * DAY ? to - from : 0)
                        .met())
                .as("two days are known")
                .isFalse();
    }

    @Test
    void oneIsNotSeveral() {
        var loud = rule("reach", 1, 1_000.0, null).at(NOW, window(1, 0)).summaries();
        assertThat(loud.get("en")).startsWith("1 negative mention in 1 h").endsWith("or that spreads fast.");
        assertThat(loud.get("fr")).startsWith("1 mention négative en 1 h").endsWith("ou qui se propage vite.");
        assertThat(rule("threshold", 1, 1.0, null)
                        .at(NOW, window(1, 0))
                        .summaries()
                        .get("en"))
                .startsWith("1 mention in 1 h");
    }

    private static Counts window(long now, long before) {
        return (metric, from, to) -> to == NOW + 1 ? now : before;
    }

    private static Counts share(long n, long negative, long past, long pastNegative) {
        return (metric, from, to) -> {
            var isNow = to == NOW + 1;
            return metric.equals("negative") ? isNow ? negative : pastNegative : isNow ? n : past;
        };
    }

    private static PlainRule rule(String kind, int minCount, @Nullable Double threshold, @Nullable String window) {
        return new PlainRule(new AlertRule(
                "b.r",
                "b",
                "r",
                kind,
                "mentions",
                14,
                minCount,
                null,
                true,
                1,
                null,
                window,
                threshold,
                List.of(),
                null,
                null));
    }
}
