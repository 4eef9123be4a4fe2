package vigie.alert.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import vigie.model.Alert;

/**
 * Lets a request wait until its own effect comes back on a topic, and remembers the newest alerts, which the index may not have yet.
 */
public final class Watch {

    private static final int REMEMBERED = 1_000;

    private final Set<Waiting<?>> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, Alert> alerts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Alert> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Begun before the cause is written, so that the effect cannot be missed. */
    public final class Waiting<T> implements AutoCloseable {
        private final Class<T> type;
        private final Predicate<T> wanted;
        private final CompletableFuture<T> seen = new CompletableFuture<>();

        private Waiting(Class<T> type, Predicate<T> wanted) {
            this.type = type;
            this.wanted = wanted;
        }

        private void heard(Object value) {
            if (type.isInstance(value) && wanted.test(type.cast(value))) {
                seen.complete(type.cast(value));
            }
        }

        /** The value, or empty when it did not come in time. */
        public Optional<T> await(Duration limit) throws InterruptedException {
            try {
                return Optional.of(seen.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new AssertionError("nothing completes it with a failure", e);
            }
        }

        @Override
        public void close() {
            waiting.remove(this);
        }
    }

    /** Waits for a value of a followed topic. */
    public <T> Waiting<T> expect(Class<T> type, Predicate<T> wanted) {
        var one = new Waiting<>(type, wanted);
        waiting.add(one);
        return one;
    }

    /** Whether a value of this type is waited for. */
    boolean awaits(Class<?> type) {
        return waiting.stream().anyMatch(one -> one.type.equals(type));
    }

    void heard(Object value) {
        if (value instanceof Alert alert) {
            remember(alert);
        }
        waiting.forEach(one -> one.heard(value));
    }

    private void remember(Alert alert) {
        synchronized (alerts) {
            // the newest at the end, so that the oldest is forgotten first
            alerts.remove(alert.id());
            alerts.put(alert.id(), alert);
        }
    }

    /** Alerts that changed lately, in their newest state. */
    public List<Alert> recentAlerts() {
        synchronized (alerts) {
            return List.copyOf(alerts.values());
        }
    }

    public Optional<Alert> recentAlert(String id) {
        synchronized (alerts) {
            return Optional.ofNullable(alerts.get(id));
        }
    }

    /** A deleted brand's alerts must not come back with a new brand of the same id. */
    public void forget(String brand) {
        synchronized (alerts) {
            alerts.values().removeIf(alert -> alert.brand().equals(brand));
        }
    }
}
