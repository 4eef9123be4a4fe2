package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import vigie.local.demo.ToldCrisis;

/**
 * The pictures of the README show what the product shows today: a made-up brand's crisis. They are taken into {@code target/pictures};
 * with {@code -Dpictures=docs/pictures} those of the repository are replaced.
 */
class PicturesIT extends PageTest {

    private static final Path ROOT = Path.of("..");
    private static final String KEPT = "docs/pictures";
    private static final int LARGEST = 150_000;

    private static String gravest = "";

    @BeforeAll
    static void aMadeUpBrandAfterItsCrisis() throws Exception {
        var posts = ToldCrisis.tell(vigie().ingest(), vigie().dashboard(), vigie().apiKey(), Instant.now());
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        vigie().get("/api/mentions?size=1&brand=" + ToldCrisis.BRAND + "&from=2000-01-01T00:00:00Z")
                                        .body()
                                        .path("total")
                                        .asLong()
                                >= posts);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            gravest = vigie().get("/api/alerts?minSeverity=3&metric=negative&brand=" + ToldCrisis.BRAND)
                    .body()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString("");
            return !gravest.isEmpty();
        });
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        for (var brand : ToldCrisis.brands()) {
            vigie().delete("/api/brands/" + brand);
        }
    }

    @Test
    void theReadmeShowsTheProductAsItIs() throws Exception {
        signIn("en-GB", 1400, 1000);
        looked(1400, 1000, 1, "light");
        open("/?brand=" + ToldCrisis.BRAND);
        eventually(() -> assertThat(text("#content")).contains("Alert for Ponant Rail", "Net sentiment", "Stories"));
        eventually(() -> assertThat(text(".live")).isEqualTo("Live"));
        taken("overview", 1400, 1000);

        open("/?brand=" + ToldCrisis.BRAND + "&alert=" + gravest);
        eventually(() -> assertThat(text("#content")).contains("Who carries it", "Would have stayed silent below"));
        eventually(() -> assertThat(text(".drawn")).contains("Each point"));
        taken("alert", 1400, 1000);

        open("/?view=mentions&brand=" + ToldCrisis.BRAND + "&sentiment=negative");
        eventually(() -> assertThat(text("#feed")).contains("negative"));
        eventually(() -> assertThat(text(".live")).isEqualTo("Live"));
        taken("mentions", 1400, 1000);

        looked(390, 844, 2, "dark");
        open("/?brand=" + ToldCrisis.BRAND);
        eventually(() -> assertThat(text("#figures")).contains("Open alerts"));
        eventually(() -> assertThat(text("#alerts")).contains("Acknowledge"));
        taken("phone", 780, 1688);

        // and none is named that is not taken
        var readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(Pattern.compile(KEPT + "/(\\w+)\\.png")
                        .matcher(readme)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrder("overview", "alert", "mentions", "phone");
    }

    /** The same size on every machine, whatever window the browser was given. */
    private void looked(int width, int height, int density, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", density, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    }

    private void taken(String name, int width, int height) throws Exception {
        // charts are drawn with the next frame
        browser.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
        assertThat(browser.findElements(By.cssSelector(".error[role=alert]"))).isEmpty();
        var image = ImageIO.read(new ByteArrayInputStream(browser.getScreenshotAs(OutputType.BYTES)));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(width, height);
        assertThat(FewColours.of(image)).as("a blank picture has few colours").hasSizeGreaterThan(100);
        var asked = System.getProperty("pictures", "");
        var folder = asked.isEmpty() ? Path.of("target", "pictures") : ROOT.resolve(asked);
        var file = Files.createDirectories(folder).resolve(name + ".png");
        assertThat(ImageIO.write(FewColours.in(image), "png", file.toFile())).isTrue();

        var kept = KEPT + "/" + name + ".png";
        assertThat(ROOT.resolve(kept)).isRegularFile();
        assertThat(Files.size(ROOT.resolve(kept))).isLessThanOrEqualTo(LARGEST);
    }
}
