package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.node.ObjectNode;
import vigie.json.Json;

/** What tests of the page share: the real page in a real browser over the running product, and no error in its console. */
@RequiresChromium
@ExtendWith(SharedVigie.class)
abstract class PageTest {

    ChromeDriver browser;

    static RunningVigie vigie() {
        return SharedVigie.vigie();
    }

    @AfterEach
    void nothingWentWrongInTheBrowser() {
        var wrong = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(e -> e.getLevel().intValue() >= Level.SEVERE.intValue())
                // asking who is signed in, before anybody is
                .filter(e -> !e.getMessage().contains("/api/session"))
                .filter(e -> !expected(e.getMessage()))
                .toList();
        browser.quit();
        assertThat(wrong).isEmpty();
    }

    /** The console names every answer that is a refusal, also those a test asks for. */
    boolean expected(String message) {
        return false;
    }

    void accessible() {
        var serious = new AxeBuilder()
                .analyze(browser).getViolations().stream()
                        .filter(r -> Set.of("serious", "critical").contains(r.getImpact()))
                        .map(Rule::toString)
                        .collect(Collectors.joining("\n"));
        assertThat(serious).isEmpty();
        assertThat(browser.findElements(By.tagName("h1")))
                .as("headings of the page")
                .hasSize(1);
    }

    void fitsThePhone() {
        var overflow = (Boolean) browser.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        assertThat(overflow).as("the page scrolls sideways on a phone").isFalse();
    }

    /** The page takes whoever signs in for somebody who may only look; the server is not asked to agree. */
    void asViewer() {
        browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                const asked = window.fetch;
                window.fetch = async (url, how) => {
                  const answer = await asked(url, how);
                  return answer.ok && how?.method === 'GET' && String(url).includes('/api/session')
                    ? new Response(JSON.stringify({ user: 'eve', role: 'viewer' })) : answer;
                };"""));
    }

    void signIn(String language, int width, int height) throws Exception {
        browser = Browser.open(language, width, height);
        browser.get(vigie().dashboard().toString());
        eventually(() -> browser.findElement(By.name("password")).clear());
        browser.findElement(By.name("password")).sendKeys(vigie().password() + Keys.ENTER);
        eventually(() -> assertThat(text("#content")).isNotEmpty());
    }

    void open(String address) {
        browser.get(vigie().dashboard() + address);
    }

    String text(String selector) {
        return find(selector).getText();
    }

    WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    static void push(List<ObjectNode> posts) throws Exception {
        assertThat(vigie().push("POST", "/api/posts", posts.toString()).status())
                .isEqualTo(202);
    }

    static ObjectNode post(String id, Instant at, String text) {
        return Json.mapper()
                .createObjectNode()
                .put("id", id)
                .put("platform", "forum")
                .put("publishedAt", at.toString())
                .put("text", text);
    }

    static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(check);
    }
}
