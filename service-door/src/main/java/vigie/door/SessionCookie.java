package vigie.door;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The dashboard's session: a signed cookie and nothing kept on the server, so that every instance of every service that has the same
 * {@code VIGIE_API_KEY} accepts it. Changing that key ends all sessions.
 */
public final class SessionCookie {

    public static final String NAME = "vigie-session";

    /** How long a sign-in lasts. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final int LONGEST = 512;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Seal seal;
    private final Clock clock;

    SessionCookie(DoorSettings settings, Clock clock) {
        seal = new Seal(settings.apiKey() == null ? "" : settings.apiKey(), "vigie session 1");
        this.clock = clock;
    }

    /** Who signed in, and as what. */
    public record Visitor(String user, Role role) {}

    /** The cookie's value, good for {@link #LIFE} from now. */
    public String issue(Visitor visitor) {
        var user = ENCODER.encodeToString(visitor.user().getBytes(StandardCharsets.UTF_8));
        var role = visitor.role().name().toLowerCase(Locale.ROOT);
        return seal.seal(
                "1." + user + "." + role + "." + clock.instant().plus(LIFE).getEpochSecond());
    }

    /** Who this value stands for; empty when it was not issued with our key, was altered, or has expired. */
    public Optional<Visitor> read(String value) {
        return value.length() > LONGEST ? Optional.empty() : seal.open(value).flatMap(this::visitor);
    }

    private Optional<Visitor> visitor(String claims) {
        var parts = claims.split("\\.", -1);
        try {
            if (parts.length != 4
                    || !Instant.ofEpochSecond(Long.parseLong(parts[3])).isAfter(clock.instant())) {
                return Optional.empty();
            }
            var user = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.of(new Visitor(user, Role.valueOf(parts[2].toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
