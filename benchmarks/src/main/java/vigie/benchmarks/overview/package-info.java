/** The overview page over a million mentions, beside the raw requests to Elasticsearch that it leads to. */
@NullMarked
package vigie.benchmarks.overview;

import org.jspecify.annotations.NullMarked;
