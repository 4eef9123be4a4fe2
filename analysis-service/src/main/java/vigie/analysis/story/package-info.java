/** Which posts tell the same story: the same words, whoever copied, shared or syndicated them. */
@NullMarked
package vigie.analysis.story;

import org.jspecify.annotations.NullMarked;
