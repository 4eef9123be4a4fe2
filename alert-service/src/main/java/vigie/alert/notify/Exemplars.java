package vigie.alert.notify;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;
import vigie.store.MentionStore;
import vigie.store.StoredMention;

/**
 * Three mentions that show what an alert is about, as they are now, so that an erasure reaches them. An index that is away or slow costs a
 * message its examples, not its time.
 */
final class Exemplars implements AutoCloseable {

    private static final int SHOWN = 3;
    private static final int LOOKED_AT = 20;
    private static final int LONGEST = 280;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration INDEX_LAG = Duration.ofMillis(1_200);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final MentionStore store;
    private final ExecutorService readers =
            new ThreadPoolExecutor(0, 4, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                var thread = new Thread(task, "notify-exemplars");
                thread.setDaemon(true);
                return thread;
            });

    Exemplars(MentionStore store) {
        this.store = store;
    }

    List<Exemplar> of(Alert alert) {
        var ids = alert.evidence().stream()
                .limit(LOOKED_AT)
                .map(Alert.EvidenceMention::mentionId)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        try {
            return chosen(CompletableFuture.supplyAsync(() -> found(ids), readers)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** The first news of a crisis is about mentions so new that the index may get them a moment later. */
    private List<StoredMention> found(List<String> ids) {
        var end = System.nanoTime() + INDEX_LAG.toNanos();
        var found = store.mentionsById(ids);
        while (found.size() < Math.min(SHOWN, ids.size()) && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = store.mentionsById(ids);
        }
        return found;
    }

    /** Those that most people may have seen, each text once. */
    private static List<Exemplar> chosen(List<StoredMention> found) {
        var texts = new HashSet<String>();
        return found.stream()
                .sorted(Comparator.comparingLong((StoredMention m) -> -m.reach().high()))
                .map(Exemplars::exemplar)
                .filter(exemplar -> !exemplar.text().isEmpty() && texts.add(exemplar.text()))
                .limit(SHOWN)
                .toList();
    }

    private static Exemplar exemplar(StoredMention mention) {
        var author = mention.author();
        var by = author == null ? null : author.handle() != null ? "@" + author.handle() : author.name();
        var title = mention.title();
        var whole = title == null || title.isBlank() ? mention.text() : title + " – " + mention.text();
        return new Exemplar(
                bounded(whole, LONGEST),
                bounded(mention.platform(), 40),
                by == null ? null : bounded(by, 60),
                link(mention.url()));
    }

    /** Without line breaks and other controls, with which a text could pretend to be two. */
    private static String bounded(String text, int longest) {
        var plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest)) + "…";
    }

    private static @Nullable String link(@Nullable String url) {
        return url != null && url.length() <= 1_000 && url.matches("https?://[^\\s\"'<>|)]+") ? url : null;
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
