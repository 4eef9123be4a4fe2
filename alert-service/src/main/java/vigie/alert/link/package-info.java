/** Links that prove by themselves that we made them, for what, and until when; nothing is kept on the server for them. */
@NullMarked
package vigie.alert.link;

import org.jspecify.annotations.NullMarked;
