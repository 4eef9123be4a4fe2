package vigie.analysis.stream;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vigie.analysis.sentiment.BrandTuning;
import vigie.analysis.sentiment.Tunings;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/** What {@code brand-sentiments} says of each brand, read once and ready to be applied. */
final class TuningTable implements Tunings, AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Map<String, BrandTuning> tunings = new ConcurrentHashMap<>();
    private final TopicTable<?> table;

    TuningTable(Map<String, Object> clientConfig) {
        table = new TopicTable<>(Topics.BRAND_SENTIMENTS, clientConfig, (brand, sentiment) -> {
            if (sentiment == null) {
                tunings.remove(brand);
            } else {
                tunings.put(brand, BrandTuning.of(sentiment));
            }
        });
    }

    /** Waits until all that was told before the start is known: a mention must not be said with less than the one before it. */
    void await() {
        try {
            while (!table.awaitReady(LOOK)) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Map<String, BrandTuning> all() {
        return tunings;
    }

    @Override
    public void close() {
        table.close();
    }
}
