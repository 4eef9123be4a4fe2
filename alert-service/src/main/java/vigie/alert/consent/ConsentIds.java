package vigie.alert.consent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vigie.door.Seal;
import vigie.model.PostId;

/**
 * Under which ids the consent of an address may be known. The audit log keeps them for ever, so that they must say nothing to whoever has
 * the log and a list of addresses but not the installation's key.
 */
final class ConsentIds {

    private static final int LENGTH = 32;

    private final List<Seal> seals;

    /** @param formerApiKeys of before, the newest first */
    ConsentIds(String apiKey, List<String> formerApiKeys) {
        seals = Stream.concat(Stream.of(apiKey), formerApiKeys.stream())
                .map(key -> new Seal(key, "vigie consent 1"))
                .toList();
    }

    /** That of a new consent first, then those of consents that were asked for under other keys, or before ids had one. */
    List<String> of(String channel, String address) {
        // capitals make no other address
        var place = channel + "\n" + address.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(seals.stream().map(seal -> seal.mark(place)), Stream.of(PostId.hash(place)))
                .map(id -> id.substring(0, LENGTH))
                .toList();
    }
}
