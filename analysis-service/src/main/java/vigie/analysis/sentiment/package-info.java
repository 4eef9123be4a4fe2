/**
 * What a text feels like: three classes, a calibrated confidence, and the words that decided.
 *
 * <p>Pure Java over a bundled table of weights; no framework, no clock, no network. {@link vigie.analysis.sentiment.SentimentModels} is
 * the way in.
 */
@NullMarked
package vigie.analysis.sentiment;

import org.jspecify.annotations.NullMarked;
