package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import vigie.json.Json;

/**
 * A measurement, run by name: how soon the page answers keys and clicks while posts pour in, as the browser's own performance entries
 * tell. No assertion on time: a busy machine is no mistake of the page.
 */
class Deluge extends PageTest {

    private static final int RATE = Integer.getInteger("deluge.rate", 200);
    private static final int SECONDS = Integer.getInteger("deluge.seconds", 60);
    private static final int BATCH = 20;
    private static final int BETWEEN_INPUTS_MS = 500;

    /** Events shorter than this the browser does not report. */
    private static final int REPORTED_FROM_MS = 16;

    private static final String COUNTING = """
            window.measured = { arrived: 0, events: [], tasks: [] };
            window.EventSource = class extends EventSource {
              constructor(...how) {
                super(...how);
                this.addEventListener('mention', () => { window.measured.arrived += 1; });
              }
            };
            new PerformanceObserver((list) => {
              for (const e of list.getEntries()) {
                if (['keydown', 'pointerdown', 'pointerup', 'click'].includes(e.name)) {
                  window.measured.events.push([e.processingStart - e.startTime, e.duration]);
                }
              }
            }).observe({ type: 'event', durationThreshold: %d });
            new PerformanceObserver((list) => {
              for (const e of list.getEntries()) window.measured.tasks.push(e.duration);
            }).observe({ type: 'longtask' });
            """.formatted(REPORTED_FROM_MS);

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong serial = new AtomicLong();

    @Test
    void thePageAnswersWhilePostsPourIn() throws Exception {
        vigie().put("/api/brands/deluge", """
                {"name":"Deluge","language":"en","timeZone":"UTC","hashtags":[],"competitors":[],
                 "queries":[{"id":"name","name":"Name","query":"delugeline"}]}""");
        signIn("en", 1400, 1000);
        browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNTING));
        measure("overview", "/?brand=deluge", List.of(Keys.TAB, "?", Keys.TAB));
        measure("mentions", "/?view=mentions&brand=deluge", List.of("j", "j", "k"));
    }

    @Override
    boolean expected(String message) {
        // what is asked while everything is busy may have to be asked again
        return message.contains("503");
    }

    private void measure(String page, String address, List<? extends CharSequence> keys) throws Exception {
        open(address);
        eventually(() -> assertThat(text(".live")).isEqualTo("Live"));
        var heapBefore = heap();
        var acceptedBefore = accepted.get();
        int inputs = 0;
        var begun = System.nanoTime();
        try (var clock = new Pouring()) {
            while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS)) {
                var next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BETWEEN_INPUTS_MS);
                if (inputs % 4 == 3) {
                    new Actions(browser)
                            .click(browser.findElement(By.tagName("h2")))
                            .perform();
                } else {
                    new Actions(browser).sendKeys(keys.get(inputs % 4)).perform();
                }
                inputs++;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        }
        report(page, inputs, accepted.get() - acceptedBefore, (System.nanoTime() - begun) / 1e9, heapBefore);
    }

    private void report(String page, int inputs, long posts, double seconds, double heapBefore) {
        var seen = Json.mapper().readTree((String) browser.executeScript("return JSON.stringify(window.measured)"));
        var events = seen.path("events");
        var delays = IntStream.range(0, events.size())
                .mapToDouble(i -> events.get(i).get(0).asDouble())
                .sorted()
                .toArray();
        var answers = IntStream.range(0, events.size())
                .mapToDouble(i -> events.get(i).get(1).asDouble())
                .sorted()
                .toArray();
        var tasks = IntStream.range(0, seen.path("tasks").size())
                .mapToDouble(i -> seen.path("tasks").get(i).asDouble())
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                """
                %s: %.0f posts/s accepted, %.0f mentions/s arrived on the page, %.0f s
                  %d keys and clicks sent, of their events %d took %d ms or more:
                  from the input to its handling, ms: %s
                  from the input to the next frame, ms: %s
                  tasks of 50 ms or more: %d, ms: %s
                  heap after a collection, MB: %.1f before, %.1f after%n""",
                page,
                posts / seconds,
                seen.path("arrived").asLong() / seconds,
                seconds,
                inputs,
                events.size(),
                REPORTED_FROM_MS,
                told(delays),
                told(answers),
                tasks.length,
                told(tasks),
                heapBefore,
                heap());
    }

    private static String told(double[] sorted) {
        return sorted.length == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "median %.0f · p95 %.0f · longest %.0f",
                        sorted[sorted.length / 2],
                        sorted[Math.min(sorted.length - 1, (int) (0.95 * sorted.length))],
                        sorted[sorted.length - 1]);
    }

    /** Megabytes in use once what is not needed has gone. */
    @SuppressWarnings("unchecked")
    private double heap() {
        browser.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        browser.executeCdpCommand("Performance.enable", Map.of());
        var metrics = (List<Map<String, Object>>)
                browser.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return metrics.stream()
                        .filter(m -> "JSHeapUsedSize".equals(m.get("name")))
                        .mapToDouble(m -> ((Number) m.get("value")).doubleValue())
                        .sum()
                / (1 << 20);
    }

    /** Posts of the one brand by the clock, whether or not those before were answered. */
    private final class Pouring implements AutoCloseable {

        private final java.util.concurrent.ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);

        Pouring() {
            clock.scheduleAtFixedRate(
                    () -> clock.execute(this::send), 0, 1_000_000L * BATCH / RATE, TimeUnit.MICROSECONDS);
        }

        private void send() {
            var now = Instant.now();
            var posts = IntStream.range(0, BATCH)
                    .mapToObj(i -> {
                        var number = serial.incrementAndGet();
                        return post(
                                "d" + number,
                                now,
                                "On the delugeline, wagon " + Long.toString(number * 7_919, 36) + " seat " + number
                                        + ", it is "
                                        + List.of("awful", "fine", "late", "great")
                                                .get((int) number % 4));
                    })
                    .toList();
            try {
                if (vigie().push("POST", "/api/posts", posts.toString()).status() == 202) {
                    accepted.addAndGet(BATCH);
                }
            } catch (Exception e) {
                // not accepted, and so not counted
            }
        }

        @Override
        public void close() {
            clock.shutdownNow();
        }
    }
}
