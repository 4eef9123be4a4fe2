package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** What a person sees: the real page in a real browser over the running product. */
class DashboardIT extends PageTest {

    @BeforeAll
    static void aBrandInACrisis() throws Exception {
        vigie().put("/api/brands/acme", """
                {"name":"Acme Rail","language":"en","timeZone":"UTC","hashtags":[],"competitors":[],
                 "queries":[{"id":"name","name":"Name","query":"acmerail OR \\"acme rail\\""}]}""");
        var now = Instant.now();
        push(IntStream.range(0, 200)
                .mapToObj(i -> post("e" + i, now.minus(Duration.ofMinutes(30 + 5L * i)), "On board Acme Rail to Leeds"))
                .toList());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> vigie().get("/api/stats/summary?brand=acme")
                                .body()
                                .path("mentions")
                                .asLong()
                        == 200);
        push(IntStream.range(0, 60)
                .mapToObj(i -> post("c" + i, now, "Stuck with Acme Rail, terrible and awful " + i))
                .toList());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> vigie().get("/api/alerts?brand=acme&state=open")
                                .body()
                                .path("items")
                                .size()
                        > 0);
    }

    @Test
    void aPersonSignsInAndSeesTheFiguresAndTheAlert() throws Exception {
        signIn("en", 1400, 1000);
        var mentions = vigie().get("/api/stats/summary?brand=acme")
                .body()
                .path("mentions")
                .toString();
        eventually(() -> assertThat(text("#figures")).contains("Mentions\n" + mentions));
        // what a rate rests on stands beside it; all brands together have no share of voice
        eventually(() -> assertThat(text("#figures"))
                .containsPattern("÷ " + mentions + " mentions × 100")
                .contains("nothing in the period before", "Engagement", "when the period began"));
        eventually(() -> assertThat(text(".banner")).contains("Acme Rail"));
        assertThat(text("#alerts")).contains("expected");
        find("#alerts a.button").click();
        eventually(() -> assertThat(text("#content")).contains("Would have stayed silent below", "What happened when"));
        assertThat(browser.getCurrentUrl()).contains("alert=");
    }

    @Test
    void theStoriesToldAreShown() throws Exception {
        signIn("en", 390, 844);
        eventually(() ->
                assertThat(text("#content")).contains("Stories", "On board Acme Rail to Leeds", "told 200 times"));
        accessible();
        fitsThePhone();
    }

    @Test
    void aWrongPasswordIsSaidSo() throws Exception {
        browser = Browser.open("en", 800, 600);
        browser.get(vigie().dashboard().toString());
        eventually(() -> browser.findElement(By.name("password")).sendKeys("wrong" + Keys.ENTER));
        eventually(() -> assertThat(text("form")).contains("User or password is not right."));
    }

    @Test
    void aNewMentionAppearsByItself() throws Exception {
        signIn("en", 1400, 1000);
        eventually(() -> assertThat(text(".live")).isEqualTo("Live"));
        push(List.of(post("live1", Instant.now(), "Just now on Acme Rail, quite unlike the others")));
        eventually(() -> assertThat(text("#feed")).contains("quite unlike the others"));
    }

    @Test
    void strangersWordsDoNoHarm() throws Exception {
        var hostile = List.of(
                "acmerail <img src=x onerror=document.title='owned'><script>document.title='owned'</script>",
                "acmerail \u202Edesrever\u202C \uD83D and {{constructor}} ${7*7}",
                "acmerail " + "W".repeat(50_000),
                "acmerail Z\u0337\u0321a\u0334l\u0335g\u0337o\u0338".repeat(20));
        push(IntStream.range(0, hostile.size())
                .mapToObj(i -> post("h" + i, Instant.now(), hostile.get(i)))
                .toList());
        signIn("en", 390, 844);
        eventually(() -> assertThat(text("#feed")).contains("<img src=x"));
        assertThat(browser.getTitle()).isEqualTo("Vigie");
        fitsThePhone();
    }

    @Test
    void theFiguresOfOnePeriodAreNotShownUnderTheNameOfAnother() throws Exception {
        signIn("en", 1400, 1000);
        eventually(() -> assertThat(text("#figures")).contains("Net sentiment"));
        browser.executeScript("""
                const asked = window.fetch;
                window.fetch = (url, how) => String(url).includes('/api/stats/') ? new Promise(() => {}) : asked(url, how);""");
        new Select(browser.findElement(By.id("period"))).selectByValue("30d");
        eventually(() -> assertThat(browser.findElements(By.id("figures"))).isEmpty());
    }

    @Test
    void aChangedQueryIsAppliedToHistoryAndComparedWithTheOneBefore() throws Exception {
        var brand = """
                {"name":"Telmara","timeZone":"UTC",
                 "queries":[{"id":"name","name":"Name","query":"telmara AND train"}]}""";
        assertThat(vigie().put("/api/brands/telmara", brand).status()).isEqualTo(201);
        push(IntStream.range(0, 3)
                .mapToObj(i -> post("f" + i, Instant.now().minusSeconds(7_200), "The Telmara ferry was lovely " + i))
                .toList());
        signIn("en", 1400, 1000);
        browser.get(vigie().dashboard() + "/?view=queries&brand=telmara");
        eventually(() -> browser.findElement(By.name("query-0")).clear());
        browser.findElement(By.name("query-0")).sendKeys("telmara");
        browser.findElement(By.cssSelector("#queries .primary")).click();
        eventually(() -> assertThat(text("#rematch")).contains("The queries have changed."));
        browser.findElement(By.cssSelector("#rematch .primary")).click();
        eventually(() -> assertThat(text("#rematch")).contains("Done", "3 mentions added, 0 removed"));
        eventually(() -> assertThat(text("#versions")).contains("Version 2", "in use", "by admin"));
        browser.findElement(By.cssSelector("#versions form button")).click();
        eventually(() -> assertThat(text("#versions")).contains("3 would be added", "0 would be dropped"));
        assertThat(text("#versions mark")).isEqualTo("Telmara");
        accessible();
        // the other tests count the mentions of all brands
        vigie().delete("/api/brands/telmara");
    }

    @Test
    void itSpeaksFrenchAndIsAccessibleOnAPhone() throws Exception {
        signIn("fr", 390, 844);
        eventually(() -> assertThat(text("#feed-title")).startsWith("Mentions"));
        eventually(() -> assertThat(text("#figures")).contains("Sentiment net"));
        accessible();
    }

    /** What a browser without a memory fetches until the overview is there: the page's files, and what the API answers. */
    @Test
    void theFirstVisitIsSmallCompressedAndAsksNobodyElse() throws Exception {
        signIn("en", 1400, 1000);
        eventually(() -> assertThat(text("#figures")).contains("Net sentiment"));
        eventually(() -> assertThat(text("#content")).contains("Stories"));
        @SuppressWarnings("unchecked")
        var fetched = (List<Map<String, Object>>) browser.executeScript("""
                return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((e) => ({
                  host: new URL(e.name).host, path: new URL(e.name).pathname,
                  sent: e.transferSize, packed: e.encodedBodySize, whole: e.decodedBodySize }));""");
        assertThat(fetched)
                .allSatisfy(e ->
                        assertThat(e).containsEntry("host", vigie().dashboard().getAuthority()));
        assertThat(fetched)
                .filteredOn(e -> size(e, "whole") > 2_048)
                .hasSizeGreaterThan(10)
                .allSatisfy(e -> assertThat(size(e, "packed"))
                        .as("%s is compressed", e.get("path"))
                        .isLessThan(size(e, "whole")));
        var answers = sent(fetched, true);
        var files = sent(fetched, false);
        assertThat(files).isPositive();
        assertThat(files + answers).isLessThanOrEqualTo(250_000);
        accessible();
    }

    /** With the heads of the answers, as they cross the wire. */
    private static long sent(List<Map<String, Object>> fetched, boolean answers) {
        return fetched.stream()
                .filter(e -> String.valueOf(e.get("path")).startsWith("/api/") == answers)
                .mapToLong(e -> size(e, "sent"))
                .sum();
    }

    private static long size(Map<String, Object> entry, String name) {
        return entry.get(name) instanceof Number n ? n.longValue() : 0;
    }
}
