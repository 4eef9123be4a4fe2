package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Who begins gets from a name to the first mention, by keyboard and on a phone. */
class FirstBrandPageIT extends PageTest {

    private static final String LORVIN = """
            {"name":"Lorvin","language":"en","timeZone":"UTC","hashtags":[],"competitors":[],
             "queries":[{"id":"name","name":"Name","query":"lorvin"}]}""";

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/brands/qorvane");
        vigie().delete("/api/brands/lorvin");
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

    @Test
    void aQueryIsTriedWhileItIsWrittenAndItsVersionsAreTold() throws Exception {
        vigie().put("/api/brands/lorvin", LORVIN);
        push(List.of(post("lv1", Instant.now().minusSeconds(600), "Lorvin trains are late again")));
        signIn("en", 390, 844);
        open("/?view=queries");
        eventually(() -> find("#followed a[href*='brand=lorvin']").click());
        eventually(() -> assertThat(text("#said-name")).contains("Readable. 1 post of the last 7 days"));
        find("#tryout-text").sendKeys("The lorvin is late" + Keys.ENTER + "Somebody else");
        eventually(() -> assertThat(text("#tryout")).contains("Found by Name", "No query finds it"));

        // by keyboard alone: proposals, what is wrong and its mend, what the change would do, saving
        var query = find("[name=query-0]");
        query.sendKeys(Keys.END + " AND (late OR pla");
        eventually(() -> assertThat(text("#proposals-query-name")).contains("platform:"));
        query.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(query.getDomProperty("value")).isEqualTo("lorvin AND (late OR platform:");
        query.sendKeys("x");
        eventually(() -> assertThat(text("#said-name")).contains("never closed"));
        assertThat(text(".writing .wrong")).isEqualTo("(");
        accessible();
        fitsThePhone();
        find("#said-name button").sendKeys(Keys.ENTER);
        eventually(() -> assertThat(find("[name=query-0]").getDomProperty("value"))
                .isEqualTo("lorvin AND (late OR platform:x)"));

        find("#add-query").sendKeys(Keys.ENTER);
        var name = browser.switchTo().activeElement();
        assertThat(name.getAccessibleName()).isEqualTo("Name of the query");
        name.sendKeys("Its trains" + Keys.TAB);
        browser.switchTo().activeElement().sendKeys("lorvin NEAR/3 train");
        eventually(() -> find("#preview").sendKeys(Keys.ENTER));
        eventually(() -> assertThat(text("#queries")).contains("would be added", "would be dropped"));
        find("#queries .primary").sendKeys(Keys.ENTER);
        eventually(() -> assertThat(text("#versions")).contains("Version 2", "in use", "Its trains"));
        assertThat(text("#versions ins")).contains("AND (late OR platform:x)");

        find("#versions .quiet").sendKeys(Keys.ENTER);
        assertThat(find("[name=query-0]").getDomProperty("value")).isEqualTo("lorvin");
        fitsThePhone();
    }

    @Test
    void workThatIsNotSavedIsNotLostWithoutAQuestion() throws Exception {
        vigie().put("/api/brands/lorvin", LORVIN);
        signIn("en", 1400, 1000);
        open("/?view=queries");
        eventually(() -> find("#followed a[href*='brand=lorvin']").click());
        eventually(() -> find("[name=query-0]").sendKeys(Keys.END + " NOT bus"));
        find(".bar-links a[href*='view=alerts']").click();
        eventually(() -> assertThat(text("dialog[open]")).contains("Leave without saving?"));
        accessible();
        browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
        eventually(this::stays);

        browser.navigate().back();
        eventually(() -> find("dialog [value=stay]").click());
        eventually(this::stays);
        assertThat(browser.executeScript("return dispatchEvent(new Event('beforeunload', {cancelable: true}))"))
                .as("the tab is closed without a question")
                .isEqualTo(false);

        browser.navigate().back();
        eventually(() -> find("dialog [value=leave]").click());
        eventually(() -> assertThat(text("#followed")).contains("Lorvin"));
        assertThat(browser.executeScript("return dispatchEvent(new Event('beforeunload', {cancelable: true}))"))
                .as("there is nothing to lose any more")
                .isEqualTo(true);
    }

    private void stays() {
        assertThat(browser.findElements(By.cssSelector("dialog"))).isEmpty();
        assertThat(browser.getCurrentUrl()).contains("view=queries", "brand=lorvin");
        assertThat(find("[name=query-0]").getDomProperty("value")).isEqualTo("lorvin NOT bus");
    }
}
