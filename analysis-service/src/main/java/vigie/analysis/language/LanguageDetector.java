package vigie.analysis.language;

import org.jspecify.annotations.Nullable;

/** Tells the language of a text. An interface so that an operator's own candidate set or library can stand in for the bundled one. */
public interface LanguageDetector {
    /** What is answered when a text is too short or too mixed to tell. */
    String UNDECIDED = "und";

    /**
     * @param declared what the platform or the author said, if anything; believed unless the text speaks against it
     * @return a BCP-47 code such as {@code fr}, or {@link #UNDECIDED}
     */
    String detect(String text, @Nullable String declared);
}
