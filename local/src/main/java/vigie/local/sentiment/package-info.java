/** The sentiment model from a shell: learning it from labelled texts, and measuring it on others. */
@NullMarked
package vigie.local.sentiment;

import org.jspecify.annotations.NullMarked;
