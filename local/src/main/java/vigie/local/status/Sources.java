package vigie.local.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.model.SourceStatus;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/** What each source says of itself, beside what really came from it in the last minute. */
final class Sources {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final TopicWindow window;
    private final Instant now;

    Sources(String bootstrapServers, TopicWindow window, Instant now) {
        this.bootstrapServers = bootstrapServers;
        this.window = window;
        this.now = now;
    }

    List<Report.SourceLine> look() throws InterruptedException {
        var arrived = arrived();
        var said = said();
        var names = new TreeSet<>(said.keySet());
        names.addAll(arrived.keySet());
        return names.stream()
                .map(name -> line(name, said.get(name), arrived.getOrDefault(name, List.of())))
                .toList();
    }

    private static Report.SourceLine line(String name, @Nullable SourceStatus status, List<Long> lags) {
        var lag = lags.isEmpty() ? null : lags.stream().sorted().toList().get(lags.size() / 2);
        if (status == null) {
            return new Report.SourceLine(name, "up", null, null, lag, lags.size(), 0, null);
        }
        return new Report.SourceLine(
                name,
                status.state(),
                status.lastPost(),
                status.lastSuccess(),
                lag,
                lags.size(),
                status.malformed(),
                status.error());
    }

    private Map<String, SourceStatus> said() throws InterruptedException {
        try (var table =
                new TopicTable<>(Topics.SOURCE_STATUS, Map.of("bootstrap.servers", bootstrapServers), (k, v) -> {})) {
            table.awaitReady(LIMIT);
            return table.rows();
        }
    }

    /** Source → seconds from writing to arrival of each post of the last minute. */
    private Map<String, List<Long>> arrived() {
        var bySource = new HashMap<String, List<Long>>();
        window.since(Topics.POSTS.name(), now.minus(Stages.RATE_OVER), row -> {
            var event = decode(row.value());
            if (event != null && !(event instanceof PostEvent.Rematched)) {
                var post = post(event);
                var lags = bySource.computeIfAbsent(event.source(), s -> new ArrayList<>());
                if (post != null) {
                    lags.add(Math.max(
                            0,
                            Duration.between(post.publishedAt(), event.arrivedAt())
                                    .toSeconds()));
                }
            }
        });
        return bySource;
    }

    private static @Nullable Post post(PostEvent event) {
        if (event instanceof PostEvent.Published published) {
            return published.post();
        }
        return event instanceof PostEvent.Edited edited ? edited.post() : null;
    }

    private static @Nullable PostEvent decode(byte @Nullable [] bytes) {
        try {
            return Topics.POSTS.valueSerde().deserializer().deserialize(Topics.POSTS.name(), bytes);
        } catch (SerializationException e) {
            // the services send it to the dead letters; here it is only not counted
            return null;
        }
    }
}
