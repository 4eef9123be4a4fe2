/**
 * The only way out for requests to addresses that people typed in: names are resolved, looked at and pinned, redirects are not
 * followed, and an answer may neither take long nor be long. Private networks are out of reach but for the ranges that settings name.
 */
@NullMarked
package vigie.alert.outbound;

import org.jspecify.annotations.NullMarked;
