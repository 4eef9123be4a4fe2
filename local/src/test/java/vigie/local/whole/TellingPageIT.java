package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import vigie.local.receive.LocalReceiver;

/** Who is told, set up in the page and seen to arrive; and the inbox, handled from the keyboard. */
class TellingPageIT extends PageTest {

    private static final String SECRET = "a-secret-of-the-desk";
    private static final String HOSTILE = "Desk <img src=x onerror=alert(1)> \u202e";

    private static final List<String> arrived = new CopyOnWriteArrayList<>();
    private static LocalReceiver desk;

    @BeforeAll
    static void twoBrandsThatWarnFromSixMentionsOn() throws Exception {
        desk = new LocalReceiver(0, 0, SECRET, 204, Clock.systemUTC(), arrived::add);
        for (var brand : List.of("duval", "dupuis")) {
            vigie().put("/api/brands/" + brand, """
                    {"name":"%1$s","language":"en","timeZone":"UTC","hashtags":[],"competitors":[],
                     "queries":[{"id":"name","name":"Name","query":"%1$sbank"}]}""".formatted(brand));
            vigie().delete("/api/rules/" + brand + ".negative-spike");
            vigie().delete("/api/rules/" + brand + ".volume-spike");
            vigie().put("/api/rules/" + brand + ".six", """
                    {"brand":"%s","name":"Six","kind":"threshold","metric":"mentions","threshold":6,"window":"1h"}""".formatted(brand));
        }
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/routes");
        for (var receiver : vigie().get("/api/receivers").body().path("items")) {
            vigie().delete("/api/receivers/" + receiver.path("id").asString());
        }
        for (var silence : vigie().get("/api/silences").body().path("items")) {
            vigie().delete("/api/silences/" + silence.path("id").asString());
        }
        vigie().delete("/api/brands/duval");
        vigie().delete("/api/brands/dupuis");
        desk.close();
    }

    @Override
    boolean expected(String message) {
        // a field that is refused, and a tree that nobody has made yet
        return message.contains("status of 422")
                || message.contains("/api/routes") && message.contains("status of 404");
    }

    @Test
    void aReceiverIsMadeTriedRoutedToToldAndSilenced() throws Exception {
        signIn("en", 1400, 1000);
        open("/?view=settings");
        eventually(() -> assertThat(text("#receivers")).contains("nobody will be told"));
        find("#receivers a.primary").click();
        eventually(() -> write("name", HOSTILE));
        new Select(find("#f-channel")).selectByValue("webhook");
        find("#receiver-form .primary").click();
        eventually(() -> assertThat(browser.switchTo().activeElement().getAttribute("name"))
                .isEqualTo("settings.url"));
        write("settings.url", "http://127.0.0.1:" + desk.httpPort() + "/desk");
        write("settings.secret", SECRET);
        accessible();
        find("#receiver-form .primary").click();
        eventually(() -> find("#receivers button.try").click());
        eventually(() -> assertThat(text("#receivers .trials")).contains("Webhook: it arrived", "204"));
        assertThat(arrived)
                .anySatisfy(post -> assertThat(post).contains("/desk", "ok").doesNotContain("BAD"));
        assertThat(find("#receivers h3").getText()).contains("<img");
        accessible();

        open("/?view=settings&section=routing");
        eventually(() -> find("#routing .primary").click());
        eventually(() -> find("#branch-root a[href*='root.new']").click());
        eventually(() -> find("#f-match\\.brands input").click());
        find("#f-receivers input").click();
        new Select(find("#f-steps")).selectByValue("these");
        find("#route-form fieldset button").click();
        write("escalation[0].after", "soon");
        find("#route-form .primary").click();
        eventually(() -> assertThat(text("[id='wrong-escalation[0].after']")).contains("A length of time"));
        write("escalation[0].after", "15 min");
        accessible();
        find("#route-form .primary").click();
        eventually(() -> assertThat(text("#tree")).contains("after 15 min, if nobody acknowledges: nobody"));
        new Select(find("#f-brand")).selectByValue("dupuis");
        find("#rehearsal button").click();
        eventually(() -> assertThat(text("#rehearsal-answer")).contains("At once", "Desk <img", "Webhook ✓"));
        accessible();

        var alert = warned("dupuis");
        open("/?alert=" + alert);
        eventually(() -> assertThat(text("#told")).contains("Desk <img", "told", "it began", "204"));
        assertThat(arrived)
                .anySatisfy(post -> assertThat(post).contains("dupuis").doesNotContain("BAD"));
        accessible();
        find("#alert a[href*='silences']").click();
        eventually(() -> assertThat(text("#silence-preview")).contains("nobody would be told any more: 1"));
        find("#silence-form .primary").click();
        eventually(() -> assertThat(text("#wrong-reason")).isEqualTo("This is required."));
        write("reason", "We <b>know</b>");
        accessible();
        find("#silence-form .primary").click();
        eventually(() -> assertThat(text("#silences")).contains("holds now", "We <b>know</b>", "dupuis", "rule Six"));
        find("#silences button.end").click();
        eventually(() -> find("#delete-now").click());
        eventually(() -> assertThat(text("#silences")).contains("No silence holds", "Over: 1"));
    }

    @Test
    void theInboxIsHandledFromTheKeyboardAndFitsAPhone() throws Exception {
        var alert = warned("duval");
        signIn("fr", 390, 844);
        open("/?view=alerts&brand=duval");
        eventually(() -> assertThat(text("#inbox-list")).contains("duval", "ouverte", "Prendre en charge"));
        accessible();
        fitsThePhone();
        assertThat(find("#inbox [name=find]").isDisplayed()).isFalse();
        find("#inbox summary").sendKeys(Keys.ENTER);
        find("#inbox [name=find]").sendKeys("duval" + Keys.ENTER);
        eventually(() -> assertThat(text("#inbox .chips")).contains("Mots: duval"));
        find("#inbox .chips button").sendKeys(Keys.ENTER);
        eventually(() -> assertThat(browser.findElements(By.cssSelector("#inbox .chips")))
                .isEmpty());
        press("j");
        eventually(() -> assertThat(browser.switchTo().activeElement().getAttribute("id"))
                .isEqualTo("inbox-" + alert));
        press("c");
        eventually(() -> find("#acting [name=comment]").sendKeys("Vu <b>ici</b>"));
        find("#acting .primary").click();
        eventually(() -> assertThat(text("#inbox-list")).contains("commentaires : 1"));
        press("j");
        press("a");
        eventually(() -> assertThat(text("#inbox")).contains("aucune alerte ouverte"));
        open("/?view=alerts&brand=duval&is=acknowledged");
        eventually(() -> assertThat(text("#inbox-list")).contains("prise en charge par admin"));
        press("k" + Keys.ENTER);
        eventually(() -> assertThat(text("#incident")).contains("Vu <b>ici</b>", "admin a pris en charge"));
    }

    @Test
    void whoMayNotIsToldSo() throws Exception {
        browser = Browser.open("en", 1400, 1000);
        asViewer();
        open("/?view=settings&section=receivers");
        eventually(() -> browser.findElement(By.name("password")).sendKeys(vigie().password() + Keys.ENTER));
        eventually(() -> assertThat(text("#not-allowed")).contains("signed in as viewer", "administrator"));
        assertThat(text(".sections")).doesNotContain("Receivers", "Quarantine").contains("Silences", "Feeds");
        open("/?view=settings&section=silences");
        eventually(() -> assertThat(text(".setting")).contains("changed by: responder, administrator"));
        assertThat(browser.findElements(By.cssSelector("#silences a.primary, #silences button")))
                .isEmpty();
        accessible();
    }

    /** Six mentions, and the alert they raise. */
    private static String warned(String brand) throws Exception {
        push(IntStream.range(0, 6)
                .mapToObj(i -> post(brand + i, Instant.now(), "News of " + brand + "bank " + i))
                .toList());
        var path = "/api/alerts?brand=" + brand;
        await().atMost(Duration.ofSeconds(60))
                .until(() -> vigie().get(path).body().path("items").size() == 1);
        return vigie().get(path).body().path("items").get(0).path("id").asString();
    }

    private void write(String field, String value) {
        browser.findElement(By.id("f-" + field)).sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
    }

    private void press(CharSequence keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }
}
