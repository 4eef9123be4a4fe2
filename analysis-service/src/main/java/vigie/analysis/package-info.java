/**
 * Mentions in, analysed mentions out, and everything into the index: language, sentiment, virality, story and reach of what was said.
 */
@NullMarked
package vigie.analysis;

import org.jspecify.annotations.NullMarked;
