package vigie.analysis.language;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The small words of languages for which there is no trained model: enough to recognise them, so that Dutch is not taken for German.
 */
final class FunctionWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(
                    "en",
                    "the and is are was were you it that this of to for with have not be my on at so what they we he she"),
            Map.entry(
                    "fr",
                    "le la les des une est et dans pour pas que qui sur avec je vous nous il elle ce cette mais ou plus du au"),
            Map.entry(
                    "de",
                    "der die das und ist nicht ich ein eine mit auf für sie wir den dem zu von auch es war sind aber noch wie"),
            Map.entry(
                    "es",
                    "el la los las que de y en un una es por para con no se lo mi pero muy como más está del al yo"),
            Map.entry(
                    "it",
                    "il lo la gli che di e un una è per con non si mi ma come più sono ho della del nel questo anche"),
            Map.entry(
                    "pt",
                    "o os as que de e um uma é por para com não se eu mas muito como mais está do da no na você isso"),
            Map.entry(
                    "hi",
                    "hai hain ka ki ke ko mein nahi nahin nhi aur kya kyun kyu bhi tha thi ho hoga hua yeh ye woh kar raha rahe rahi"
                            + " apne apna apni koi bhai mera meri mere tera teri tere tum aap aapka aapki hum hamare toh kuch wala"
                            + " wale wali hota hoti gaya gaye diya liye ek yaar hu hoon hun mujhe iska uska kab kahan jab tab abhi"
                            + " phir fir bahut bohot sab karo karna karke kiya jaise kaise agar lekin haan accha acha bola dekho"
                            + " wahi sirf kisi tak baat"),
            Map.entry(
                    "nl",
                    "het een van ik niet dat zijn op te ook maar voor heb heeft wordt naar wat deze aan bij nog wel geen"),
            Map.entry(
                    "pl",
                    "nie się na jest że co jak ale tak już czy tylko był dla przez jego jestem mnie bardzo też może"),
            Map.entry("tr", "bir ve bu çok için da de ama ne gibi değil daha var ben sen mi kadar olarak yok ile şey"),
            Map.entry("sv", "och att det är jag inte som en på för med har den av till om men så var ett vi kan"),
            Map.entry(
                    "da", "og at det er jeg ikke som en på for med har den af til om men så var et vi kan hvad meget"),
            Map.entry(
                    "no", "og at det er jeg ikke som en på for med har den av til om men så var et vi kan hva veldig"),
            Map.entry("fi", "ja on ei se että en mutta kun niin olen ole tämä mitä vain oli nyt jos hän minä sitten"),
            Map.entry("ro", "și nu este în cu pe la un o care mai sunt din că pentru ce dar am ai sau foarte fost"),
            Map.entry("cs", "je se na že to ale jsem jak by co za tak už jen není bylo pro když mi jako ještě"),
            Map.entry("hu", "a az és nem hogy is egy van ez csak de már ha meg még nagyon vagy mint volt kell"),
            Map.entry(
                    "id",
                    "yang dan di ini itu tidak dengan untuk dari saya kamu ada aku sudah bisa akan juga tapi karena lagi"),
            Map.entry(
                    "ca",
                    "el la els les que de i en un una és per amb no es però molt com més està del al aquest això"),
            Map.entry("vi", "và là của không có được cho một tôi này với người đã các những trong rất nhưng thì bạn"));

    /** Two hits and this share of all words make a language likely. */
    private static final double SHARE = 0.2;

    private static final int HITS = 2;
    /** How many more hits another language needs than the candidates. */
    private static final int AHEAD = 2;

    private static final List<String> LANGUAGES =
            WORDS.keySet().stream().sorted().toList();

    /** By open addressing: the sum over a word's letters, and in which languages it is one, a bit each. */
    private static final int PLACES = 2_048;

    private static final long[] SUMS = new long[PLACES];
    private static final int[] IN = new int[PLACES];

    static {
        for (int l = 0; l < LANGUAGES.size(); l++) {
            for (String word : WORDS.getOrDefault(LANGUAGES.get(l), "").split(" ", -1)) {
                long sum = 0;
                for (int i = 0; i < word.length(); i++) {
                    sum = roll(sum, word.charAt(i));
                }
                int place = place(sum);
                SUMS[place] = sum;
                IN[place] |= 1 << l;
            }
        }
    }

    private FunctionWords() {}

    private static long roll(long sum, char c) {
        return sum * 0x9E3779B97F4A7C15L + c + 1;
    }

    private static int place(long sum) {
        int place = (int) (sum * 0xD1B54A32D192ED03L >>> 53);
        while (SUMS[place] != 0 && SUMS[place] != sum) {
            place = (place + 1) & (PLACES - 1);
        }
        return place;
    }

    /** By language, in the order of {@link #LANGUAGES}: how many of the text's words are small words of it. */
    private static int[] hits(Letters letters) {
        var hits = new int[LANGUAGES.size()];
        long sum = 0;
        for (int i = 1; i < letters.length; i++) {
            char c = letters.chars[i];
            if (c != ' ') {
                sum = roll(sum, c);
                continue;
            }
            int in = IN[place(sum)];
            for (; in != 0; in &= in - 1) {
                hits[Integer.numberOfTrailingZeros(in)]++;
            }
            sum = 0;
        }
        return hits;
    }

    /** @return how many of the text's words are small words of the language */
    static int in(Letters letters, String language) {
        int at = LANGUAGES.indexOf(language);
        return at < 0 ? 0 : hits(letters)[at];
    }

    /** Languages as a set of bits, to be asked about again and again; those without a list are left out. */
    static int set(List<String> languages) {
        int set = 0;
        for (int l = 0; l < LANGUAGES.size(); l++) {
            set |= languages.contains(LANGUAGES.get(l)) ? 1 << l : 0;
        }
        return set;
    }

    /**
     * @param candidates as {@link #set} gives them
     * @return a language outside the candidates that the small words clearly speak for, or null
     */
    static @Nullable String other(Letters letters, int candidates) {
        var hits = hits(letters);
        int known = 0;
        int best = -1;
        for (int l = 0; l < hits.length; l++) {
            if ((candidates >> l & 1) != 0) {
                known = Math.max(known, hits[l]);
            } else if (best < 0 || hits[l] > hits[best]) {
                best = l;
            }
        }
        boolean clear =
                best >= 0 && hits[best] >= HITS && hits[best] >= known + AHEAD && hits[best] >= SHARE * letters.words;
        return clear ? LANGUAGES.get(best) : null;
    }
}
