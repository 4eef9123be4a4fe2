package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** What the product learns of a brand by listening can be seen, switched off and set by hand. */
class LearntPageIT extends PageTest {

    private static final String SENTIMENT = "/api/brands/garnot/sentiment";

    @BeforeAll
    static void aBrandThatPeopleComplainAbout() throws Exception {
        vigie().put("/api/brands/garnot", """
                {"name":"Garnot","language":"en","timeZone":"UTC","hashtags":[],"competitors":[],
                 "queries":[{"id":"name","name":"Name","query":"garnotbank"}]}""");
        var now = Instant.now();
        push(IntStream.range(0, 70)
                .mapToObj(i -> post(
                        "g" + i,
                        now.minus(Duration.ofMinutes(20L * i)),
                        "garnotbank lost my card again, what an awful service " + i))
                .toList());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> vigie().get(SENTIMENT).status() == 200);
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/brands/garnot");
    }

    @Test
    void whatIsLearntOfABrandIsSeenOnAPhoneSwitchedOffAndSetByHand() throws Exception {
        signIn("en", 390, 844);
        open("/?view=queries&brand=garnot");
        eventually(() -> browser.findElement(By.xpath("//a[normalize-space()='How its mentions are read']"))
                .click());
        eventually(() -> assertThat(text("#learnt")).contains("mentions of Garnot", "75% of the way", "negative"));
        assertThat(text("#learnt-corrections")).contains("Nobody has corrected");
        accessible();
        fitsThePhone();

        find("[name=enabled]").click();
        find("#learnt-form .primary").click();
        eventually(() -> assertThat(text("#learnt-applied")).contains("Not in use"));
        assertThat(strength()).isZero();

        find("[name=enabled]").click();
        new Select(find("[name=source]")).selectByValue("hand");
        eventually(() -> share("negative", "20"));
        share("neutral", "20");
        share("positive", "50");
        find("#learnt-form .primary").click();
        eventually(() -> assertThat(text("#wrong-shares")).contains("must sum to 100"));
        accessible();
        share("positive", "60");
        find("#learnt-form .primary").click();
        eventually(() -> assertThat(text("#learnt-applied")).contains("60% positive", "set by hand"));
        assertThat(strength()).isEqualTo(0.75);
        fitsThePhone();
    }

    private void share(String label, String percent) {
        find("[name=" + label + "]").sendKeys(Keys.chord(Keys.CONTROL, "a"), percent);
    }

    private static double strength() throws Exception {
        return vigie().get(SENTIMENT).body().path("applied").path("strength").asDouble();
    }
}
