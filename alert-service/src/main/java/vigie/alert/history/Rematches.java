package vigie.alert.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import vigie.alert.setup.TopicWriter;
import vigie.door.ComeBack;
import vigie.model.Brand;
import vigie.model.RematchRequest;
import vigie.model.RematchStatus;
import vigie.model.RematchStatus.Phase;
import vigie.model.RematchStatus.State;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/**
 * What people want to have matched again, and how far it is. A request and its progress are records of two compacted topics, so they
 * outlive any crash, and every instance knows them.
 */
public final class Rematches implements AutoCloseable {

    private static final Duration OWN = Duration.ofSeconds(5);
    private static final String WORKER = "vigie";

    private final TopicWriter writer;
    private final Clock clock;
    private final Object changed = new Object();
    private final TopicTable<RematchRequest> requests;
    private final TopicTable<RematchStatus> statuses;

    /** Starts reading at once. */
    Rematches(Map<String, Object> clientConfig, TopicWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
        requests = new TopicTable<>(Topics.REMATCH_REQUESTS, clientConfig, (id, request) -> {}, this::wake);
        statuses = new TopicTable<>(Topics.REMATCH_STATUS, clientConfig, (id, status) -> {}, this::wake);
    }

    /** A request and how far it is. */
    public record Progress(RematchRequest request, RematchStatus status) {}

    /** Whether what was asked for before the start is known. */
    public boolean ready() {
        return requests.ready() && statuses.ready();
    }

    /** Asks for a re-match; empty when one of this brand is under way. */
    public synchronized Optional<Progress> begin(Brand brand, Instant from, Instant to, String by) {
        if (of(brand).filter(p -> p.status().state() == State.RUNNING).isPresent()) {
            return Optional.empty();
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var request = new RematchRequest(UUID.randomUUID().toString(), brand.id(), from, to, at, by, false);
        writer.write(Topics.REMATCH_REQUESTS, brand.id(), request, by);
        awaitOwn(() -> request.equals(requests.get(brand.id())));
        return Optional.of(new Progress(request, status(request)));
    }

    /** Calls off what is under way; false when nothing was. */
    public synchronized boolean cancel(Brand brand, String by) {
        var running = of(brand).filter(p -> p.status().state() == State.RUNNING);
        running.ifPresent(progress -> {
            var cancelled = progress.request().cancel();
            writer.write(Topics.REMATCH_REQUESTS, brand.id(), cancelled, by);
            awaitOwn(() -> cancelled.equals(requests.get(brand.id())));
        });
        return running.isPresent();
    }

    /** The last re-match asked for since the brand was created. */
    public Optional<Progress> of(Brand brand) {
        if (!ready()) {
            throw new ComeBack(503, Duration.ofSeconds(2), "still reading what was asked for");
        }
        return Optional.ofNullable(requests.get(brand.id()))
                .filter(request -> brand.since() == null || !request.at().isBefore(brand.since()))
                .map(request -> new Progress(request, shown(request, status(request))));
    }

    /** What has been called off is over for people, even before the worker has noticed. */
    private RematchStatus shown(RematchRequest request, RematchStatus status) {
        return request.cancelled() && status.state() == State.RUNNING
                ? Steps.ended(status, State.CANCELLED, null, request.at())
                : status;
    }

    /** Requests that the worker has not finished with, oldest first. */
    List<RematchRequest> unfinished() {
        return requests.rows().values().stream()
                .filter(request -> status(request).state() == State.RUNNING)
                .sorted(Comparator.comparing(RematchRequest::at))
                .toList();
    }

    RematchStatus status(RematchRequest request) {
        var said = statuses.get(request.brand());
        return said != null && said.id().equals(request.id())
                ? said
                : new RematchStatus(
                        request.id(),
                        request.brand(),
                        State.RUNNING,
                        null,
                        Phase.WAITING,
                        null,
                        false,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        "",
                        request.at());
    }

    /** Makes progress durable, and waits until this instance knows it. */
    void say(RematchStatus status) {
        writer.write(Topics.REMATCH_STATUS, status.brand(), status, WORKER);
        awaitOwn(() -> status.equals(statuses.get(status.brand())));
    }

    private void wake() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    private void awaitOwn(BooleanSupplier seen) {
        var end = System.nanoTime() + OWN.toNanos();
        synchronized (changed) {
            while (!seen.getAsBoolean() && System.nanoTime() < end) {
                try {
                    changed.wait(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        requests.close();
        statuses.close();
    }
}
