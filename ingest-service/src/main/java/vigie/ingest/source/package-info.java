/** What goes out and asks: the sources, and the runner that keeps their place, their pace and their health. */
@NullMarked
package vigie.ingest.source;

import org.jspecify.annotations.NullMarked;
