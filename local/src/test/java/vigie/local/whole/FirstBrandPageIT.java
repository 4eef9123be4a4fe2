package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Who begins gets from a name to the first mention, by keyboard and on a phone. */
class FirstBrandPageIT extends PageTest {

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/brands/qorvane");
    }

    @Test
    void aNameLeadsToTheFirstMention() throws Exception {
        signIn("en", 390, 844);
        open("/?view=brand");
        eventually(() -> find("#f-name").sendKeys(Keys.ENTER));
        eventually(() -> assertThat(text("#wrong-name")).isEqualTo("This is required."));
        assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("f-name");

        find("#f-name").sendKeys("Qorvane");
        eventually(() -> assertThat(text("#query-said")).contains("No post of the last 7 days would match yet"));
        assertThat(find("#f-query").getDomProperty("value")).isEqualTo("\"Qorvane\" OR #qorvane OR @qorvane");
        accessible();
        fitsThePhone();

        find("#f-name").sendKeys(Keys.ENTER);
        eventually(() -> assertThat(text("#content")).contains("Vigie listens for Qorvane", "Waiting for the first"));
        eventually(() -> assertThat(text(".live")).isEqualTo("Live"));
        var lines = text("#push-lines");
        assertThat(lines).contains("$KEY").doesNotContain(vigie().apiKey());
        accessible();
        fitsThePhone();

        var post = lines.substring(lines.indexOf('{'), lines.lastIndexOf('}') + 1);
        assertThat(vigie().push("POST", "/api/posts", post).status()).isEqualTo(202);
        eventually(() -> assertThat(text("#first-mentions")).contains("I tried Qorvane this morning"));
        fitsThePhone();
    }
}
