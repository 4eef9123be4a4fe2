package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Mentions found, read and decided upon one after the other; and strangers' words, which do no harm there. */
class MentionsPageIT extends PageTest {

    private static final int ORDINARY = 150;
    private static final List<String> HOSTILE = List.of(
            "miracable <img src=x onerror=document.title='owned'><script>document.title='owned'</script>",
            "miracable \u202Edesrever\u202C \uD83D and {{constructor}} ${7*7}",
            "miracable " + "W".repeat(50_000),
            "miracable Z\u0337\u0321a\u0334l\u0335g\u0337o\u0338".repeat(20));

    @BeforeAll
    static void aBrandThatIsTalkedAbout() throws Exception {
        vigie().put("/api/brands/mira", """
                {"name":"Miracable","language":"en","timeZone":"UTC",
                 "queries":[{"id":"name","name":"Name","query":"miracable"}]}""");
        var now = Instant.now();
        push(IntStream.range(0, ORDINARY)
                .mapToObj(i -> {
                    var text =
                            i % 10 == 0 ? "miracable is terrible and awful, case " : "Seen a van of miracable, number ";
                    var post = post("mp" + i, now.minusSeconds(600 + 60L * i), text + i);
                    post.putObject("author").put("id", "m" + i % 7).put("handle", "neighbour" + i % 7);
                    return post.put("url", "https://forum.example/" + i);
                })
                .toList());
        push(IntStream.range(0, HOSTILE.size())
                .mapToObj(i -> post("mh" + i, now.minusSeconds(300 + i), HOSTILE.get(i)))
                .toList());
        vigie().push("POST", "/api/engagements", """
                        [{"postId":"forum:mp0","observedAt":"%s","shares":5},
                         {"postId":"forum:mp0","observedAt":"%s","shares":40},
                         {"postId":"forum:mp0","observedAt":"%s","shares":90}]""".formatted(
                        now.minusSeconds(500), now.minusSeconds(300), now.minusSeconds(100)));
        await().atMost(Duration.ofSeconds(60)).until(() -> total("") == ORDINARY + HOSTILE.size());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(vigie().get("/api/mentions?brand=mira&sort=viral&size=1")
                                .body()
                                .at("/items/0/virality/history"))
                        .extracting(look -> look.get("engagement").asDouble())
                        .containsExactly(5.0, 40.0, 90.0));
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/brands/mira");
    }

    @Test
    void aPersonFindsWhatMattersAndDecidesAboutItByKeyboardAlone() throws Exception {
        signIn("en", 1400, 1000);
        open("/?view=mentions&brand=mira");
        eventually(() -> assertThat(text(".live")).isEqualTo("Live"));
        eventually(() -> assertThat(text("#feed-title")).contains(ORDINARY + HOSTILE.size() + " in this period"));
        assertThat(browser.findElements(By.cssSelector("#feed article")))
                .as("only what can be seen is in the page")
                .hasSizeBetween(3, 40);

        press("/");
        press("awful senti", Keys.ARROW_DOWN, Keys.ENTER, "neg", Keys.ARROW_DOWN, Keys.ENTER, Keys.ENTER);
        eventually(() -> assertThat(text(".chips")).contains("awful sentiment:negative"));
        eventually(() -> assertThat(text("#feed-title")).contains(total("&q=awful%20sentiment:negative") + " in"));
        assertThat(find("#feed .spark").getAttribute("aria-label"))
                .startsWith("Weighted reactions: from 5 to 90 in 7 min")
                .contains("in the last quarter of an hour");
        press(Keys.ESCAPE, "j");
        eventually(() -> assertThat(active("data-id")).isNotEmpty());
        var first = active("data-id");
        assertThat(text("#feed mark")).isEqualTo("miracable");
        press(Keys.ENTER);
        eventually(() -> assertThat(text("#feed")).contains("found by Name"));

        press("h");
        eventually(() -> assertThat(text(".outcome")).contains("1 handled."));
        press("jxjxt");
        eventually(() -> assertThat(text("dialog")).contains("2 mentions", "New tags"));
        accessible();
        press("Refund", Keys.ENTER);
        eventually(() -> assertThat(text(".outcome")).contains("Tags of 2 saved."));
        assertThat(total("&tag=refund")).isEqualTo(2);
        assertThat(total("&handled=true")).isEqualTo(1);
        press(Keys.ESCAPE, "?");
        eventually(() -> assertThat(text("dialog")).contains("handled, or not any more"));
        press(Keys.ESCAPE);

        open("/?view=mentions&brand=mira&handled=true");
        eventually(() -> assertThat(browser.findElements(By.cssSelector("#feed article")))
                .singleElement()
                .satisfies(card -> assertThat(card.getAttribute("data-id")).isEqualTo(first)));
        assertThat(text("#feed")).contains("handled by admin");
        accessible();
    }

    @Test
    void whatIsNewWaitsUntilTheReaderWantsIt() throws Exception {
        signIn("en", 1400, 1000);
        open("/?view=mentions&brand=mira");
        eventually(() -> assertThat(text(".live")).isEqualTo("Live"));
        eventually(() -> assertThat(text("#feed")).contains("Seen a van"));
        var before = counted();
        press("p");
        push(List.of(post("mlive", Instant.now(), "Unlike all others, said of miracable just now")));
        eventually(() -> assertThat(text(".arrivals")).isEqualTo("1 new: show"));
        assertThat(text("#feed")).doesNotContain("Unlike all others");
        assertThat(counted()).isEqualTo(before);
        press("n");
        eventually(() -> assertThat(text("#feed")).contains("Unlike all others"));
        assertThat(counted()).as("what is shown is counted").isEqualTo(before + 1);
        vigie().push("DELETE", "/api/posts?platform=forum&id=mlive", "");
        eventually(() -> assertThat(text("#feed")).doesNotContain("Unlike all others"));
        assertThat(counted()).as("what is withdrawn is not").isEqualTo(before);
    }

    @Test
    void aNumberOfTheOverviewLeadsToItsMentionsAndStrangersWordsDoNoHarmThere() throws Exception {
        signIn("fr", 390, 844);
        open("/?brand=mira");
        eventually(
                () -> browser.findElement(By.cssSelector("#figures .value a")).click());
        eventually(() -> assertThat(browser.getCurrentUrl()).contains("view=mentions", "brand=mira"));
        eventually(() -> assertThat(text("#feed")).contains("<img src=x"));
        find("#feed article button[aria-expanded]").click();
        eventually(() -> assertThat(text("#feed")).contains("Moins de détails"));
        assertThat(browser.getTitle()).isEqualTo("Vigie");
        fitsThePhone();
        accessible();
        var hosts = browser.executeScript(
                "return [...new Set(performance.getEntriesByType('resource').map(e => new URL(e.name).host))]");
        assertThat(hosts).isEqualTo(List.of(vigie().dashboard().getAuthority()));
    }

    /** The number beside the heading of the list. */
    private long counted() {
        return Long.parseLong(text("#feed-title").replaceAll("\\D", ""));
    }

    private static long total(String filter) throws Exception {
        return vigie().get("/api/mentions?brand=mira&size=1" + filter)
                .body()
                .path("total")
                .asLong();
    }

    private void press(CharSequence... keys) {
        for (var key : keys) {
            new Actions(browser).sendKeys(key).perform();
        }
    }

    private String active(String attribute) {
        var value = browser.switchTo().activeElement().getAttribute(attribute);
        return value == null ? "" : value;
    }
}
