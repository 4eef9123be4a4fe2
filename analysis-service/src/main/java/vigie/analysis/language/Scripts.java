package vigie.analysis.language;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Languages that their writing gives away. */
final class Scripts {
    /** Share of a script's letters above which a text is written in it; foreign names and words do not count against it. */
    private static final double MOSTLY = 0.6;

    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"));

    /** Other languages of a shared script: a platform that names one of them is believed. */
    private static final Map<String, Set<String>> SIBLINGS = Map.of(
            "ar", Set.of("ar", "fa", "ur", "ps", "ku", "ckb", "sd", "ug"),
            "hi", Set.of("hi", "mr", "ne", "sa"),
            "ru", Set.of("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"),
            "zh", Set.of("zh", "yue", "ja"),
            "bn", Set.of("bn", "as"));

    private static final Set<String> OTHER_LETTERS =
            Set.of("ja", "zh", "yue", "fa", "ur", "ps", "uk", "bg", "mk", "be", "mr", "ne", "kk", "ky", "mn");

    private Scripts() {}

    /** @return the language, null when the text is in Latin letters and needs a closer look, {@code und} when scripts are mixed */
    static @Nullable String language(Letters letters) {
        int all = letters.letters();
        if (all == 0) {
            return LanguageDetector.UNDECIDED;
        }
        int latin = letters.of(UnicodeScript.LATIN);
        if (latin >= all * MOSTLY) {
            return null;
        }
        int kana = letters.of(UnicodeScript.HIRAGANA) + letters.of(UnicodeScript.KATAKANA);
        int han = letters.of(UnicodeScript.HAN);
        if (kana + han >= all * MOSTLY) {
            return kana > 0 ? "ja" : "zh";
        }
        for (Map.Entry<UnicodeScript, String> entry : ONE_LANGUAGE.entrySet()) {
            if (letters.of(entry.getKey()) >= all * MOSTLY) {
                return refine(entry.getValue(), letters);
            }
        }
        return LanguageDetector.UNDECIDED;
    }

    private static String refine(String language, Letters letters) {
        if (language.equals("ar")) {
            return letters.holds("ٹڈڑںےھ") ? "ur" : letters.holds("پچژگی") ? "fa" : "ar";
        }
        if (language.equals("ru")) {
            return letters.holds("ыэё") ? "ru" : letters.holds("іїєґ") ? "uk" : letters.holds("ј") ? "sr" : "ru";
        }
        return language;
    }

    /** Whether a text in this script can be in the declared language. */
    static boolean allows(String found, String declared) {
        return found.equals(declared)
                || SIBLINGS.values().stream().anyMatch(set -> set.contains(found) && set.contains(declared));
    }

    /**
     * Whether people post in this language in Latin letters. Romanised Arabic is too rare among what platforms call Arabic to believe
     * the word; romanised Hindi is not.
     */
    static boolean isWrittenInLatin(String language) {
        return language.equals("hi") || !(ONE_LANGUAGE.containsValue(language) || OTHER_LETTERS.contains(language));
    }
}
