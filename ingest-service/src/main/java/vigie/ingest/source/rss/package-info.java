/** RSS, Atom and RDF feeds. */
@NullMarked
package vigie.ingest.source.rss;

import org.jspecify.annotations.NullMarked;
