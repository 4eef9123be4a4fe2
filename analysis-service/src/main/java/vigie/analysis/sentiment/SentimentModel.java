package vigie.analysis.sentiment;

import org.jspecify.annotations.Nullable;
import vigie.model.Sentiment;

/**
 * Reads the feeling of a text. An interface so that a slower and better model can join the bundled one without its callers noticing;
 * every answer names the model that gave it.
 *
 * <p>Implementations are safe for use by several threads, never throw because of a text, and answer in time bounded by a fixed length:
 * what lies beyond it is not read.
 */
public interface SentimentModel {
    /**
     * @param text as written by its author, with links, handles and emoji
     * @param lang BCP-47 code when known; absent or unknown to the model, the model makes up its own mind
     * @param evidence whether to say which pieces of the text decided; costs about as much again as the answer itself
     */
    Sentiment score(String text, @Nullable String lang, boolean evidence);

    /** Name and version, as written into every answer. */
    String name();
}
