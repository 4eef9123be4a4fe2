package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** A screen in a room shows one brand after the other, live, and obeys three keys. */
class WallPageIT extends PageTest {

    @BeforeAll
    static void twoBrands() throws Exception {
        for (var name : List.of("Orlane", "Velmont")) {
            vigie().put("/api/brands/" + name.toLowerCase(Locale.ROOT), """
                    {"name":"%1$s","language":"en","timeZone":"UTC","hashtags":[],"competitors":[],
                     "queries":[{"id":"name","name":"Name","query":"%1$s"}]}""".formatted(name));
        }
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/brands/orlane");
        vigie().delete("/api/brands/velmont");
    }

    @Test
    void theWallTurnsPausesAndShowsWhatIsSaidNow() throws Exception {
        signIn("en", 1400, 900);
        open("/?view=wall&brands=orlane,velmont");
        eventually(() -> assertThat(text(".wall h1")).isEqualTo("Orlane"));
        eventually(() -> assertThat(text(".wall-head")).contains("Live", "1 of 2"));
        assertThat(find("html").getDomAttribute("data-theme")).isEqualTo("dark");

        press(Keys.ARROW_RIGHT);
        eventually(() -> assertThat(text(".wall h1")).isEqualTo("Velmont"));
        press(Keys.SPACE);
        eventually(() -> assertThat(text(".wall-head")).contains("Paused"));
        push(List.of(post("w1", Instant.now(), "Velmont opens on Sundays <b>now</b>")));
        eventually(() -> assertThat(text(".wall-said")).contains("Velmont opens on Sundays <b>now</b>"));
        eventually(() -> assertThat(text(".wall-figures")).contains("shown from 30 mentions on (1 so far)"));
        accessible();

        press(Keys.ARROW_LEFT);
        eventually(() -> assertThat(text(".wall h1")).isEqualTo("Orlane"));
        browser.findElement(By.xpath("//button[.='Full screen']")).click();
        eventually(() -> assertThat(text(".wall-controls")).contains("Leave full screen"));
        press(Keys.ESCAPE);
        eventually(() -> assertThat(text(".wall-controls")).doesNotContain("Leave full screen"));
        eventually(() -> assertThat(text(".wall-said")).contains("No mention in this period."));
    }

    private void press(CharSequence key) {
        new Actions(browser).sendKeys(key).perform();
    }
}
