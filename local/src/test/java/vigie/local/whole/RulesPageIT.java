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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Rules made, tried on the past and taken away in the page; an alert explained to the person who is woken by it. */
class RulesPageIT extends PageTest {

    private static String alert = "";

    @BeforeAll
    static void aBrandWithAPastAndACrisis() throws Exception {
        vigie().put("/api/brands/borel", """
                {"name":"Borel","language":"en","timeZone":"UTC","hashtags":[],"competitors":[],
                 "queries":[{"id":"name","name":"Name","query":"borelfood"}]}""");
        var now = Instant.now();
        push(IntStream.range(0, 480)
                .mapToObj(i -> post("bl" + i, now.minus(Duration.ofMinutes(40 + 60L * i)), "Lunch by borelfood " + i))
                .toList());
        push(IntStream.range(0, 60)
                .mapToObj(i -> post(
                        "bp" + i,
                        now.minus(Duration.ofDays(4)).plusSeconds(10L * i),
                        "borelfood made us wait, terrible and awful " + i))
                .toList());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> vigie().get("/api/stats/summary?brand=borel&from=" + now.minus(Duration.ofDays(30)))
                                .body()
                                .path("mentions")
                                .asLong()
                        == 540);
        push(IntStream.range(0, 60)
                .mapToObj(i -> {
                    var said = "borelfood sold spoilt yoghurt, terrible and awful";
                    var post = post("bc" + i, now.minusMillis(60 - i), said);
                    post.putObject("author").put("id", "a-" + i % 7).put("handle", "cook" + i % 7);
                    if (i == 30) {
                        post.putObject("author")
                                .put("id", "big")
                                .put("handle", "bigcook")
                                .put("followers", 20_000);
                    }
                    return post;
                })
                .toList());
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            for (var item :
                    vigie().get("/api/alerts?brand=borel&state=open").body().path("items")) {
                if (item.path("metric").asString().equals("negative")) {
                    alert = item.path("id").asString();
                }
            }
            return !alert.isEmpty();
        });
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/brands/borel");
    }

    @Override
    boolean expected(String message) {
        return message.contains("status of 422");
    }

    @Test
    void whatCouldNotBeReadIsReadByItselfOnceTheServerAnswers() throws Exception {
        signIn("en", 390, 844);
        open("/?view=rules");
        eventually(() -> assertThat(text("#rules")).contains("negative-spike"));
        find(".own > summary").click();
        assertThat(text(".own")).contains("Follow a brand", "Sign out");
        find(".own > summary").sendKeys(Keys.ESCAPE);
        assertThat(find(".own").getDomAttribute("open")).isNull();

        browser.executeScript("window.asked = fetch; window.fetch = () => Promise.reject(new TypeError('cut'))");
        find(".bar-links a[href$='view=alerts']").sendKeys(Keys.ENTER);
        eventually(() -> assertThat(text("#inbox [role=alert]")).contains("cannot be reached"));
        eventually(() -> assertThat(text(".banner")).contains("No connection"));
        accessible();
        fitsThePhone();
        browser.executeScript("window.fetch = window.asked");
        eventually(() -> assertThat(text("#inbox-list")).contains("Borel"));
        assertThat(browser.findElements(By.cssSelector(".banner, #inbox [role=alert]")))
                .isEmpty();
    }

    @Test
    void aRuleIsMadeTriedOnThePastAndTakenAway() throws Exception {
        signIn("en", 1400, 1000);
        open("/?view=rules&brand=borel");
        eventually(() -> assertThat(text("#rules")).contains("negative-spike", "once in 14 days", "Version 1"));
        accessible();
        find("#rules a.primary").click();
        eventually(() -> new Select(find("#f-kind")).selectByValue("threshold"));
        new Select(find("#f-metric")).selectByValue("mentions");
        write("name", "Loud");
        find("[name='scope.query']").sendKeys("(borelfood OR senti");
        eventually(() -> assertThat(text(".writing .proposals")).contains("sentiment:"));
        find("[name='scope.query']").sendKeys(Keys.ARROW_DOWN, Keys.ENTER, "negative");
        eventually(() -> assertThat(text("#said-scope")).contains("never closed"));
        assertThat(text(".writing .wrong")).isEqualTo("(");
        accessible();
        find("#said-scope button").click();
        eventually(() -> assertThat(text("#said-scope")).contains("Readable."));
        assertThat(find("[name='scope.query']").getDomProperty("value")).isEqualTo("(borelfood OR sentiment:negative)");
        write("threshold", "many");
        find("#backtest button").click();
        eventually(() -> assertThat(text("#wrong-threshold")).isEqualTo("Must be a number."));
        write("threshold", "0");
        find("#backtest button").click();
        eventually(() -> assertThat(text("#wrong-threshold")).isEqualTo("Must be between 1 and 1000000."));
        assertThat(browser.switchTo().activeElement().getAttribute("name")).isEqualTo("threshold");

        write("threshold", "40");
        find("#backtest button").click();
        eventually(() ->
                assertThat(text("#backtest-answer")).contains("Alerts: 2", "the rule asks for 40", "known since"));
        assertThat(browser.findElements(By.cssSelector("#backtest canvas"))).hasSize(1);
        assertThat(vigie().get("/api/rules?brand=borel").body().path("items"))
                .as("nothing is saved")
                .hasSize(2);
        accessible();

        find("#rule .primary").click();
        eventually(() -> assertThat(text("#rule-outcome")).contains("version 1"));
        open("/?view=rules&brand=borel");
        eventually(() -> assertThat(text("#rules")).contains("Loud", "1 h brings 40 or more"));
        find("#rule-borel\\.loud button.quiet").click();
        eventually(
                () -> assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Delete"));
        find("#delete-now").click();
        eventually(() -> assertThat(text("#rules")).doesNotContain("Loud"));
        assertThat(vigie().get("/api/rules/borel.loud").status()).isEqualTo(404);
    }

    @Test
    void rulesComeInAsAFileAfterALookAtWhatWouldChange() throws Exception {
        signIn("en", 1400, 1000);
        open("/?view=rules&brand=borel");
        eventually(() -> find("[name=file]"));
        find("[name=file]")
                .sendKeys("rules: {borel.file: {brand: borel, name: From a file, kind: ratio, severity: 9}}");
        find("#rule-file form button").click();
        eventually(() -> assertThat(text("#rule-file-answer")).contains("rules.borel.file.severity"));
        find("[name=file]").clear();
        find("[name=file]").sendKeys("rules: {borel.file: {brand: borel, name: From a file, kind: ratio}}");
        find("#rule-file form button").click();
        eventually(() -> assertThat(text("#rule-file-answer")).contains("Nothing is changed yet", "1 new: borel.file"));
        assertThat(vigie().get("/api/rules/borel.file").status()).isEqualTo(404);
        find("#rule-file .primary").click();
        eventually(() -> assertThat(text("#rules")).contains("From a file"));
        vigie().delete("/api/rules/borel.file");
    }

    @Test
    void anAlertIsExplainedInPeoplesWordsOnAPhoneAndHandledThere() throws Exception {
        signIn("fr", 390, 844);
        open("/?brand=borel&alert=" + alert);
        eventually(() -> assertThat(text("#alert")).contains("mentions négatives", "ouverte", "Prendre en charge"));
        eventually(
                () -> assertThat(text("#content")).contains("@cook", "Forum", "spoilt yoghurt", "Inhabituel à partir"));
        assertThat(text("#content")).doesNotContain("forum:").doesNotContainPattern("\\b[0-9a-f]{16}\\b");
        eventually(() -> assertThat(browser.findElements(By.cssSelector("canvas[role=img]")))
                .hasSize(1));
        accessible();
        fitsThePhone();

        eventually(() -> assertThat(text("#incident"))
                .containsSubsequence("Première mention : @cook0", "Première voix qui porte : @bigcook"));
        browser.findElement(By.partialLinkText("@bigcook sur Forum")).click();
        eventually(() -> assertThat(browser.findElements(By.cssSelector("#feed article")))
                .singleElement()
                .satisfies(card -> assertThat(card.getText()).contains("@bigcook", "spoilt yoghurt")));
        browser.navigate().back();

        eventually(() -> find("#alert .primary").click());
        eventually(() -> assertThat(text("#incident")).contains("admin a pris en charge"));
        button("Commenter").click();
        eventually(() -> find("#acting [name=comment]").sendKeys("Lot <b>12</b> retiré"));
        find("#acting .primary").click();
        eventually(() -> assertThat(text("#incident")).contains("admin a écrit", "Lot <b>12</b> retiré"));
        button("Attribuer").click();
        eventually(() -> find("#acting [name=to]").sendKeys("anna" + Keys.ENTER));
        eventually(() -> assertThat(text("#alert")).contains("attribuée à anna"));
        button("Résoudre").click();
        eventually(() -> assertThat(text("#alert")).contains("résolue", "Rouvrir"));
        button("Rouvrir").click();
        eventually(() -> assertThat(text("#incident")).contains("admin l’a rouverte"));
        accessible();
    }

    @Test
    void aRuleIsMadeWithTheKeyboardAlone() throws Exception {
        signIn("fr", 1400, 1000);
        open("/?view=rules&brand=borel");
        eventually(() -> assertThat(text("#rules")).contains("Nouvelle règle"));
        tabTo("return document.activeElement.textContent.trim()", "Nouvelle règle");
        press(Keys.ENTER);
        eventually(() -> find("#f-name"));
        tabTo("return document.activeElement.name ?? ''", "name");
        press("Au clavier" + Keys.ENTER);
        eventually(() -> assertThat(text("#rule-outcome")).contains("version 1"));
        assertThat(vigie().get("/api/rules/borel.au-clavier").status()).isEqualTo(200);
        vigie().delete("/api/rules/borel.au-clavier");
    }

    @Test
    void whoMayOnlyReadIsOfferedNothingElse() throws Exception {
        browser = Browser.open("en", 1400, 1000);
        asViewer();
        open("/?view=rules&brand=borel");
        eventually(() -> browser.findElement(By.name("password")).sendKeys(vigie().password() + Keys.ENTER));
        eventually(() -> assertThat(text("#rules")).contains("negative-spike", "Show"));
        assertThat(browser.findElements(By.cssSelector("#rules button, #rules a.primary, #rule-file form")))
                .isEmpty();
        open("/?brand=borel&alert=" + alert);
        eventually(() -> assertThat(text("#content")).contains("Why this alert"));
        assertThat(browser.findElements(By.cssSelector("#alert button"))).isEmpty();
    }

    private void write(String field, String value) {
        find("#f-" + field).sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
    }

    private WebElement button(String name) {
        return browser.findElement(By.xpath("//button[normalize-space()='" + name + "']"));
    }

    private void press(CharSequence keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    private void tabTo(String what, String wanted) {
        for (int i = 0; i < 60 && !wanted.equals(browser.executeScript(what)); i++) {
            press(Keys.TAB);
        }
        assertThat(browser.executeScript(what)).isEqualTo(wanted);
    }
}
