package vigie.alert.notify;

import java.util.stream.Stream;

/** One decision about telling somebody: lets it pass, holds it with a reason, splits it, or ends it. */
@FunctionalInterface
interface Stage {
    Stream<Telling> apply(Telling telling);

    default Stage then(Stage next) {
        return telling -> apply(telling).flatMap(next::apply);
    }
}
