package vigie.alert.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.model.Receiver;

/** The ways a receiver has had, each to be taken over by one way it is to have, so that a secret does not end up at another address. */
final class KeptWays {

    private final List<Optional<Receiver.Way>> left = new ArrayList<>();

    KeptWays(List<Receiver.Way> ways) {
        ways.forEach(way -> left.add(Optional.of(way)));
    }

    /** @param was its place, from 0; absent = the first of the channel that nobody took yet */
    Optional<Receiver.Way> take(String channel, @Nullable Integer was) {
        var found = IntStream.range(0, left.size())
                .filter(i -> was == null || was == i)
                .filter(i ->
                        left.get(i).filter(way -> way.channel().equals(channel)).isPresent())
                .findFirst();
        return found.isEmpty() ? Optional.empty() : left.set(found.getAsInt(), Optional.empty());
    }
}
