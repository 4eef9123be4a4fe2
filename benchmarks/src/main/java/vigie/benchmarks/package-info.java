/** How fast the parts that must be fast are, beside what else could do their work, measured in the same run. */
@NullMarked
package vigie.benchmarks;

import org.jspecify.annotations.NullMarked;
