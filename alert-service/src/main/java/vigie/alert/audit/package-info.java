/**
 * What was decided, by whom, in an order nobody can change unseen: every entry of a brand carries the hash of the one before. Ids,
 * figures and hashes only, never what people wrote.
 */
@NullMarked
package vigie.alert.audit;

import org.jspecify.annotations.NullMarked;
