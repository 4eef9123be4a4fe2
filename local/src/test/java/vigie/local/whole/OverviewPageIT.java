package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import tools.jackson.databind.node.ObjectNode;

/** What the overview of one brand tells beyond its figures: when people talk, of which days, whether sources listen, and what is new. */
class OverviewPageIT extends PageTest {

    /** Where the brand lives; neither the reader nor the machine does. */
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final Instant NOW = Instant.now();
    private static final Instant BUSY = NOW.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(77));
    private static final int IN_THE_BUSY_HOUR = 7;
    private static final int OF_LATE = 14;

    @BeforeAll
    static void aFerryThatPeopleTalkOfNowAndThen() throws Exception {
        vigie().put("/api/brands/quillon", """
                {"name":"Quillon","language":"en","timeZone":"Asia/Tokyo","hashtags":[],"competitors":[],
                 "queries":[{"id":"name","name":"Name","query":"quillonferry"}]}""");
        push(IntStream.range(0, IN_THE_BUSY_HOUR)
                .mapToObj(i -> crossing("qb" + i, BUSY.plusSeconds(300L * i), "full to the last seat " + i))
                .toList());
        push(IntStream.range(0, OF_LATE)
                .mapToObj(i -> crossing("ql" + i, NOW.minusSeconds(120 + 60L * i), "left the pier, crossing " + i))
                .toList());
        await().atMost(Duration.ofSeconds(60)).until(() -> mentions() == IN_THE_BUSY_HOUR + OF_LATE);
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        vigie().delete("/api/brands/quillon");
    }

    private static ObjectNode crossing(String id, Instant at, String text) {
        return post(id, at, "The quillonferry " + text).put("url", "https://forum.example/" + id);
    }

    private static long mentions() throws Exception {
        return vigie().get("/api/mentions?brand=quillon&size=1&from=" + NOW.minus(Duration.ofDays(7)))
                .body()
                .path("total")
                .asLong();
    }

    @Test
    void anHourOfTheWeekLeadsToExactlyItsMentions() throws Exception {
        signIn("en", 1400, 1000);
        open("/?brand=quillon&period=7d");
        var there = BUSY.atZone(TOKYO);
        var day = there.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        var said = day + ", " + there.getHour() + " h: " + IN_THE_BUSY_HOUR + " mentions in 1 hour";
        eventually(() -> assertThat(text(".heat")).contains("23"));
        assertThat(text("#heat-title + small")).isEqualTo("Mentions an hour, in the time of Asia/Tokyo");
        var cell = find(".heat a[title='" + said + "']");
        assertThat(cell.getText()).isEqualTo(String.valueOf(IN_THE_BUSY_HOUR));

        cell.sendKeys(Keys.ENTER);
        eventually(() -> assertThat(text("#feed-title")).contains(IN_THE_BUSY_HOUR + " in this period"));
        assertThat(asked("view")).isEqualTo("mentions");
        eventually(() ->
                assertThat(text("#feed")).contains("full to the last seat").doesNotContain("left the pier"));
        browser.navigate().back();
        eventually(() -> assertThat(text(".heat")).contains("23"));
        assertThat(asked("period")).isEqualTo("7d");
    }

    @Test
    void aDayIsChosenInTheTimeOfTheBrandStaysInTheAddressAndBackLeavesIt() throws Exception {
        signIn("en", 1400, 1000);
        open("/?brand=quillon&period=24h");
        eventually(() -> assertThat(text("#figures")).contains("Mentions\n" + OF_LATE));
        var day = LocalDate.ofInstant(BUSY, TOKYO);
        choose(day, day.minusDays(1));
        assertThat(text("#wrong-to-day")).isEqualTo("Must not be before the first day.");
        assertThat(browser.switchTo().activeElement().getDomAttribute("name")).isEqualTo("to");

        choose(day, day);
        eventually(() -> assertThat(text("#figures")).contains("Mentions\n" + IN_THE_BUSY_HOUR));
        assertThat(text("#period option:checked")).isEqualTo("Chosen dates");
        assertThat(asked("period")).isEqualTo("custom");
        assertThat(Instant.parse(asked("from")))
                .isEqualTo(day.atStartOfDay(TOKYO).toInstant());
        assertThat(Instant.parse(asked("to")))
                .isEqualTo(day.plusDays(1).atStartOfDay(TOKYO).toInstant());
        var shared = browser.getCurrentUrl();

        find("#figures .value a").click();
        eventually(() -> assertThat(text("#feed-title")).contains(IN_THE_BUSY_HOUR + " in this period"));
        browser.navigate().back();
        browser.navigate().back();
        eventually(() -> assertThat(text("#figures")).contains("Mentions\n" + OF_LATE));
        assertThat(asked("period")).isEqualTo("24h");

        browser.get(shared);
        eventually(() -> assertThat(text("#figures")).contains("Mentions\n" + IN_THE_BUSY_HOUR));
    }

    @Test
    void daysOfSeveralBrandsBeginAtTheReadersMidnight() throws Exception {
        signIn("en", 390, 844);
        browser.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "America/New_York"));
        open("/?period=24h");
        eventually(() -> assertThat(text("#figures")).contains("Mentions"));
        var day = LocalDate.ofInstant(NOW, ZoneId.of("America/New_York"));
        find(".dates summary").click();
        assertThat(text(".dates small")).isEqualTo("Days begin at midnight in America/New York.");
        fitsThePhone();
        find(".dates summary").click();
        choose(day, day);
        eventually(() -> assertThat(asked("period")).isEqualTo("custom"));
        assertThat(Instant.parse(asked("from")))
                .isEqualTo(day.atStartOfDay(ZoneId.of("America/New_York")).toInstant());
    }

    @Test
    void aSourceThatCannotBeHeardIsAGapWithAName() throws Exception {
        // an address inside the own network is not asked unless that is allowed
        vigie().push("PUT", "/api/sources/quay-news", "{\"kind\":\"rss\",\"url\":\"http://127.0.0.1:9/feed.xml\"}");
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            vigie().get("/api/stats/coverage").body().toString().contains("\"down\""));
            signIn("en", 390, 844);
            open("/?brand=quillon");
            eventually(() -> assertThat(text(".coverage").replace('\n', ' '))
                    .contains("1 of 2 sources listens", "✗ quay-news · never reached", "Sources"));
            eventually(() -> {
                assertThat(text(".coverage")).contains("quay-news: not heard for", "(1 outage), still silent since");
                assertThat(find(".coverage .missed").getDomAttribute("width")).isNotEqualTo("0");
            });
            accessible();
            fitsThePhone();
            find(".coverage a").click();
            eventually(() ->
                    assertThat(text("#feeds")).contains("quay-news", "Not heard in the last 7 days", "1 outage."));
        } finally {
            vigie().push("DELETE", "/api/sources/quay-news", "");
        }
    }

    @Test
    void theTenNewestAreShownAndNothingMovesBelowWhoReadsThem() throws Exception {
        signIn("en", 1400, 1000);
        open("/?brand=quillon&period=24h");
        eventually(() -> assertThat(text(".live")).isEqualTo("Live"));
        eventually(() -> assertThat(cards()).isEqualTo(10));
        assertThat(text("#feed")).contains("crossing 0").doesNotContain("crossing 10");
        browser.executeScript("document.querySelector('#feed li:last-child a').focus({ preventScroll: true })");
        push(List.of(crossing("qnew", Instant.now(), "now takes bicycles")));
        eventually(() -> assertThat(text("#content")).contains("Pause (1 new)"));
        assertThat(text("#feed")).contains("crossing 9").doesNotContain("bicycles");
        assertThat(browser.switchTo().activeElement().findElements(By.xpath("ancestor::ol[@id='feed']")))
                .hasSize(1);

        browser.executeScript("document.activeElement.blur()");
        eventually(() -> assertThat(text("#feed li:first-child")).contains("bicycles"));
        assertThat(cards()).isEqualTo(10);
        assertThat(text("#feed")).doesNotContain("crossing 9");
        await().atMost(Duration.ofSeconds(30)).until(() -> mentions() == IN_THE_BUSY_HOUR + OF_LATE + 1);
        find("#feed + .all a").sendKeys(Keys.ENTER);
        eventually(() -> assertThat(text("#feed-title")).contains(OF_LATE + 1 + " in this period"));
        assertThat(List.of(asked("view"), asked("brand"), asked("period")))
                .containsExactly("mentions", "quillon", "24h");
        vigie().push("DELETE", "/api/posts?platform=forum&id=qnew", "");
        await().atMost(Duration.ofSeconds(30)).until(() -> mentions() == IN_THE_BUSY_HOUR + OF_LATE);
    }

    private int cards() {
        return browser.findElements(By.cssSelector("#feed > li")).size();
    }

    /** Date fields take keys as the reader's region orders them; their value is the same everywhere. */
    private void choose(LocalDate from, LocalDate to) {
        if (find(".dates").getDomAttribute("open") == null) {
            find(".dates summary").click();
        }
        browser.executeScript("""
                const fields = document.querySelector('.dates form').elements;
                [fields.from.value, fields.to.value] = arguments;""", from.toString(), to.toString());
        find(".dates form button").click();
    }

    /** What the address says under a name. */
    private String asked(String name) {
        return Arrays.stream(URI.create(String.valueOf(browser.getCurrentUrl()))
                        .getRawQuery()
                        .split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair[0].equals(name))
                .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
