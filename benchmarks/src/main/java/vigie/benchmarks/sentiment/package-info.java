/** The sentiment model beside two peers that read the same texts in the same run. */
@NullMarked
package vigie.benchmarks.sentiment;

import org.jspecify.annotations.NullMarked;
