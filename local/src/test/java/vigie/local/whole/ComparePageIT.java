package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.node.ObjectNode;

/** Two brands beside each other, and what the figures of one are made of. */
class ComparePageIT extends PageTest {

    @BeforeAll
    static void twoFerriesOneOfThemHardlyKnown() throws Exception {
        vigie().put("/api/brands/ferrino", """
                {"name":"Ferrino","language":"en","timeZone":"UTC","hashtags":["ferrinofail"],"competitors":["ferrona"],
                 "queries":[{"id":"name","name":"Name","query":"ferrinoboats"}]}""");
        vigie().put("/api/brands/ferrona", """
                {"name":"Ferrona","language":"en","timeZone":"UTC","hashtags":[],"competitors":[],
                 "queries":[{"id":"name","name":"Name","query":"ferronaboats AND lang:en"}]}""");
        var now = Instant.now();
        push(IntStream.range(0, 50)
                .mapToObj(i -> boarding("fo" + i, now.minusSeconds(600L * i), "ferrinoboats", i))
                .toList());
        push(IntStream.range(0, 10)
                .mapToObj(i -> boarding("fa" + i, now.minusSeconds(900L * i), "ferronaboats", i))
                .toList());
        await().atMost(Duration.ofSeconds(60)).until(() -> mentions("ferrino") == 50 && mentions("ferrona") == 10);
    }

    /** Of every other author it is known how many follow. */
    private static ObjectNode boarding(String id, Instant at, String name, int i) {
        var post = post(id, at, name + " left the harbour on time, crossing number " + i + " #ferrinofail #harbour")
                .put("lang", "en");
        var author = post.putObject("author").put("id", "sailor" + i).put("handle", "sailor" + i);
        if (i % 2 == 0) {
            author.put("followers", 1_000);
        }
        return post;
    }

    private static long mentions(String brand) throws Exception {
        return vigie().get("/api/stats/summary?brand=" + brand)
                .body()
                .path("mentions")
                .asLong();
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/brands/ferrino");
        vigie().delete("/api/brands/ferrona");
    }

    @Test
    void brandsAreComparedAndEveryNumberLeadsToItsMentions() throws Exception {
        signIn("en", 1400, 1000);
        open("/?view=compare&brand=ferrino");
        eventually(() -> assertThat(text(".voices")).contains("Ferrino\n83.3% 50", "Ferrona\n16.7% 10"));
        eventually(() ->
                assertThat(text(".beside")).contains("from 50 mentions", "shown from 30 mentions on (10 so far)"));
        eventually(() -> assertThat(text(".differing"))
                .contains("Ferrino: no limit · Ferrona: language English", "#ferrinofail"));
        eventually(() -> assertThat(text(".sides")).contains("#harbour", "shared"));
        accessible();

        find("input[value=ferrona]").sendKeys(Keys.SPACE);
        eventually(() -> assertThat(text("#content")).contains("Choose at least two brands"));
        browser.navigate().back();
        eventually(() -> assertThat(text(".voices")).contains("16.7%"));
        find(".voices tr:nth-child(2) a").sendKeys(Keys.ENTER);
        eventually(() -> assertThat(browser.getCurrentUrl()).contains("view=mentions", "brand=ferrona"));
        eventually(() -> assertThat(text("#content")).contains("ferronaboats left the harbour"));
    }

    @Test
    void onAPhoneTheyAreOneBelowTheOther() throws Exception {
        signIn("fr", 390, 844);
        open("/?view=compare&brand=ferrino&period=7d");
        eventually(() -> assertThat(text(".beside")).contains("Santé de la marque", "sur 50 mentions"));
        accessible();
        fitsThePhone();
    }

    @Test
    void theReachSaysWhatItIsMadeOfAndWhatIsNotKnown() throws Exception {
        signIn("en", 390, 844);
        open("/?brand=ferrino");
        eventually(() -> find("[aria-controls=reach]").sendKeys(Keys.ENTER));
        eventually(() -> assertThat(text("#reach"))
                .contains("Of 25 of 50 mentions", "The other 25 are not part", "25,000", "1% – 10%", "250 – 2,500"));
        eventually(() -> assertThat(text("#content")).contains("#harbour", "with #ferrinofail", "followers not known"));
        accessible();
        fitsThePhone();
        find("#reach button").sendKeys(Keys.ENTER);
        eventually(
                () -> assertThat(browser.switchTo().activeElement().getText()).isEqualTo("How is this counted?"));
    }
}
