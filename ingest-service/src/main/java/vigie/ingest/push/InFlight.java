package vigie.ingest.push;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import vigie.door.ComeBack;

/** Bounds the bytes of all requests under way, so that many senders at once are told to wait instead of filling the memory. */
final class InFlight {

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    InFlight(long limit) {
        this.limit = limit;
    }

    Lease lease() {
        return new Lease();
    }

    /** What one request holds; grows while its body is read, ends with its answer. */
    final class Lease implements AutoCloseable {

        private long mine;

        void grow(long bytes) {
            if (held.addAndGet(bytes) > limit) {
                held.addAndGet(-bytes);
                throw new ComeBack(429, Duration.ofSeconds(1), "too many posts are being taken in at this moment");
            }
            mine += bytes;
        }

        long size() {
            return mine;
        }

        @Override
        public void close() {
            held.addAndGet(-mine);
            mine = 0;
        }
    }
}
