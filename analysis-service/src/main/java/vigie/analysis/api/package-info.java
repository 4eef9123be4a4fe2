/** Language and sentiment of given texts, over HTTP: the same judgement that mentions get. */
@NullMarked
package vigie.analysis.api;

import org.jspecify.annotations.NullMarked;
