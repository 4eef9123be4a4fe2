package vigie.sentiment.trainer;

import vigie.model.SentimentLabel;

/**
 * A text with a person's verdict.
 *
 * @param language BCP-47 code
 * @param source where it was collected; classes are balanced within each language and source
 */
public record Example(String text, SentimentLabel label, String language, String source) {}
