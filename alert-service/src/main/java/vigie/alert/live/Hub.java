package vigie.alert.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vigie.door.ComeBack;

/** Hands each event once to every browser that listens. */
final class Hub {

    private final LiveSettings settings;
    private final Set<Listener> listeners = new HashSet<>();
    private Positions positions = new Positions();

    Hub(LiveSettings settings) {
        this.settings = settings;
    }

    /** A listener, and where the topics stood when it began to hear. */
    record Joined(Listener listener, Positions since) {}

    synchronized Joined join(Predicate<String> brands) {
        if (listeners.size() >= settings.maxClients()) {
            throw new ComeBack(503, Duration.ofSeconds(10), "too many listen already; try again");
        }
        var listener = new Listener(brands, settings.queue(), positions.toString());
        listeners.add(listener);
        return new Joined(listener, positions.copy());
    }

    synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** Whether anybody listens to this brand. */
    synchronized boolean isHeard(String brand) {
        return listeners.stream().anyMatch(listener -> listener.wants(brand));
    }

    /** The topics stand at {@code now}; {@code event} is what brought them there, if anybody may see it. */
    synchronized void moved(Positions now, Optional<LiveEvent> event) {
        positions = now;
        if (listeners.isEmpty()) {
            return;
        }
        var id = now.toString();
        for (var listener : listeners) {
            if (event.filter(e -> listener.wants(e.brand())).isPresent()) {
                listener.offer(event.get());
            } else {
                listener.pass(id);
            }
        }
    }

    /** Ends every stream; the browsers reconnect to another instance, or to this one once it is back. */
    void close() {
        everybody().forEach(Listener::close);
    }

    private synchronized List<Listener> everybody() {
        return List.copyOf(listeners);
    }
}
