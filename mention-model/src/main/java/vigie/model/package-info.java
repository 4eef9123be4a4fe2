/**
 * The contracts: every event and value that crosses a service boundary, as a record.
 *
 * <p>A record here is wire format. Fields are only ever added, never renamed or removed; one golden file per record (in the tests)
 * is the reference. Times are UTC instants, serialised as ISO-8601.
 */
@NullMarked
package vigie.model;

import org.jspecify.annotations.NullMarked;
