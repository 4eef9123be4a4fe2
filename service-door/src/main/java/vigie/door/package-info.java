/** What the three services share at their HTTP door: keys and roles, problem details that name the field, topics at start. */
@NullMarked
package vigie.door;

import org.jspecify.annotations.NullMarked;
