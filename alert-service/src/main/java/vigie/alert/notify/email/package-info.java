/** Tells a person by e-mail, who has agreed to it, through the mail server of the house. */
@NullMarked
package vigie.alert.notify.email;

import org.jspecify.annotations.NullMarked;
