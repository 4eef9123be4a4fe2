package vigie.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Two questions that do not need each other's answer: both wait for Elasticsearch in the time of the longer one. */
final class AtOnce {

    private AtOnce() {}

    static <A, B, R> R ask(Supplier<A> one, Supplier<B> other, BiFunction<A, B, R> both) {
        var second = CompletableFuture.supplyAsync(other);
        try {
            var first = one.get();
            return both.apply(first, second.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
