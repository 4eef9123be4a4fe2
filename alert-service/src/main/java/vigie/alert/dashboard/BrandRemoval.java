package vigie.alert.dashboard;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vigie.alert.setup.Setup;
import vigie.store.MentionStore;
import vigie.store.RefusedRequest;
import vigie.store.StoreUnavailable;

/**
 * Removes what a deleted brand left in the index, behind the caller's back since it may take long. Until it is done, and should it never
 * be, reads name the brands they want and so do not see it.
 */
@Component
class BrandRemoval {

    private static final Logger log = LoggerFactory.getLogger(BrandRemoval.class);

    /** By then everything that was on its way when the brand was deleted has reached the index. */
    private static final long AGAIN_SECONDS = 60;

    private static final long RETRY_SECONDS = 30;

    private final MentionStore store;
    private final Setup setup;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "brand-removal");
        thread.setDaemon(true);
        return thread;
    });

    BrandRemoval(MentionStore store, Setup setup) {
        this.store = store;
        this.setup = setup;
    }

    void begin(String brand, Instant at) {
        worker.execute(() -> remove(brand, at));
        worker.schedule(() -> removeIfStillGone(brand, at), AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    /** A brand created again meanwhile has mentions of its own. */
    private void removeIfStillGone(String brand, Instant at) {
        if (setup.brand(brand).isEmpty()) {
            remove(brand, at);
        }
    }

    private void remove(String brand, Instant at) {
        try {
            var erased = store.deleteBrand(brand, at);
            log.info("brand {}: {} mentions and {} alerts removed", brand, erased.mentions(), erased.alerts());
        } catch (StoreUnavailable e) {
            worker.schedule(() -> removeIfStillGone(brand, at), RETRY_SECONDS, TimeUnit.SECONDS);
        } catch (RefusedRequest e) {
            log.error("brand {} cannot be removed from the index: {}", brand, e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
