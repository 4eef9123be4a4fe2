/**
 * Tells a program: a signed HTTP request to an address that an administrator registered.
 *
 * <p>To verify: take {@code t} and {@code v1} from the header {@code X-Vigie-Signature: t=<seconds>,v1=<hex>}; {@code v1} must be the
 * HMAC-SHA-256, with the shared secret, of {@code t}, a dot and the body's bytes; {@code t} must be no more than five minutes old.
 */
@NullMarked
package vigie.alert.notify.webhook;

import org.jspecify.annotations.NullMarked;
