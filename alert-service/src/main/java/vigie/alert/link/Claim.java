package vigie.alert.link;

import java.time.Instant;

/**
 * What a link entitles its holder to.
 *
 * @param kind {@link #ACKNOWLEDGE}, {@link #CONSENT} or {@link #UNSUBSCRIBE}; a link for one is none for another
 * @param subject an alert's or a consent's id
 * @param who the receiver it was sent to
 * @param nonce tells two links for the same thing apart
 * @param until after which it is void
 */
public record Claim(String kind, String subject, String who, String nonce, Instant until) {
    public static final String ACKNOWLEDGE = "acknowledge";
    public static final String CONSENT = "consent";
    public static final String UNSUBSCRIBE = "unsubscribe";
}
