/**
 * Makes the sentiment model out of labelled texts, and says how good a model is.
 *
 * <p>{@link vigie.sentiment.trainer.Trainer} learns, {@link vigie.sentiment.trainer.Evaluation} measures. Nothing here runs in a
 * service.
 */
@NullMarked
package vigie.sentiment.trainer;

import org.jspecify.annotations.NullMarked;
