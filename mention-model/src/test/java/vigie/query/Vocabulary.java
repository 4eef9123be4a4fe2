package vigie.query;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Few things in many spellings, so that random queries and random posts meet often and in odd ways: case, accents (composed or not),
 * elision, hyphens, possessives, hashtags, accounts, cashtags, emoji, links, and scripts with and without spaces.
 */
final class Vocabulary {

    /** What everybody writes about. */
    private static final List<String> COMMON = List.of("acme", "bank", "late", "train", "déçu", "refund");

    /** Posts and queries of one theme share their words. */
    private static final List<List<String>> THEMES = List.of(
            List.of(
                    "acme",
                    "Acme",
                    "ACME",
                    "ＡＣＭＥ",
                    "ac\u00ADme",
                    "Acme's",
                    "ACME’S",
                    "#acme",
                    "@acme",
                    "l'Oréal",
                    "L’ORÉAL",
                    "l\u02BCoréal",
                    "oréal",
                    "oreal",
                    "Oréal's",
                    "d'Orange",
                    "d’Orange",
                    "orange",
                    "Orange",
                    "#Orange",
                    "porte-monnaie",
                    "porte\u2011monnaie",
                    "Porte–Monnaie",
                    "porte_monnaie",
                    "porte",
                    "monnaie",
                    "aujourd'hui",
                    "E.Leclerc",
                    "leclerc"),
            List.of(
                    "#GateauBasque",
                    "#gateaubasque",
                    "#GâteauBasque",
                    "gateau",
                    "gâteau",
                    "Basque",
                    "#AcmeBank2026",
                    "#Acme_Bank",
                    "#acmebank",
                    "acme",
                    "Bank",
                    "2026",
                    "#HTMLParser",
                    "html",
                    "parser",
                    "#DéçuParAcme",
                    "#déçu",
                    "＃acme",
                    "#1erTrain",
                    "#train2Nuit",
                    "banks",
                    "banker",
                    "#ÉtéIndien",
                    "été",
                    "indien"),
            List.of(
                    "東京",
                    "東京都",
                    "京都",
                    "#東京タワー",
                    "タワー",
                    "ﾀﾜｰ",
                    "ひらがな",
                    "中文",
                    "文",
                    "中",
                    "iPhone手机",
                    "手机",
                    "서울",
                    "서울역",
                    "서울역은",
                    "#서울",
                    "ประเทศไทย",
                    "ไทย",
                    "acme東京",
                    "acme",
                    "@東京",
                    "𠮷野家"),
            List.of(
                    "اورنج",
                    "أورنج",
                    "#اورنج",
                    "@اورنج",
                    "كِتَاب",
                    "كتاب",
                    "كتـــاب",
                    "الكتاب",
                    "شركة",
                    "\u200Fشركة\u200F",
                    "\u202Bacme\u202C",
                    "acme",
                    "שלום",
                    "שָׁלוֹם",
                    "#שלום",
                    "می\u200Cخواهم",
                    "می خواهم",
                    "ﷺ",
                    "٤٢",
                    "فرنسا؟"),
            List.of(
                    "😡",
                    "😡😡",
                    "👍",
                    "👍🏽",
                    "👨‍👩‍👧",
                    "❤️",
                    "❤",
                    "🇫🇷",
                    "1️⃣",
                    "late😡",
                    "$ACME",
                    "$acme",
                    "$acme.pa",
                    "US$5",
                    "a\\b",
                    "3.5",
                    "3,5",
                    "42",
                    "-42",
                    "C++",
                    "AT&T",
                    "R&D",
                    "&amp;",
                    "&#39;",
                    "100%",
                    "v2.0",
                    "late",
                    "✈️"),
            List.of(
                    "ΟΔΟΣ",
                    "οδος",
                    "Οδός",
                    "Йогурт",
                    "йогурт",
                    "ёлка",
                    "Елка",
                    "İstanbul",
                    "ISTANBUL",
                    "istanbul",
                    "ıstanbul",
                    "Straße",
                    "STRASSE",
                    "strasse",
                    "œuvre",
                    "Oeuvre",
                    "Œuvre",
                    "\uFB01nance",
                    "finance",
                    "हिन्दी",
                    "हिंदी",
                    "Việt",
                    "viet",
                    "été",
                    "ÉTÉ",
                    "e\u0301te\u0301",
                    "ete",
                    "naïve",
                    "naive",
                    "𝐀cme",
                    "Łódź",
                    "lodz",
                    "Ærø"),
            List.of(
                    "@AcmeBank",
                    "@acmebank",
                    "@Acme_Help",
                    "＠acme",
                    "acme_help",
                    "https://t.example/x/y?b=1",
                    "http://www.Acme.example/A/",
                    "(https://acme.example/a)",
                    "acme.example",
                    "help@acme.example",
                    "train",
                    "trains",
                    "Trainer",
                    "trâin",
                    "bank",
                    "BANKS",
                    "banker",
                    "banked-on",
                    "refund",
                    "refunded",
                    "re-fund",
                    "late.Acme",
                    "late...Acme"));

    private final Random random;

    Vocabulary(Random random) {
        this.random = random;
    }

    static int themes() {
        return THEMES.size();
    }

    String word(int theme) {
        return respelled(random.nextInt(4) == 0 ? one(COMMON) : one(THEMES.get(theme)));
    }

    /** Now and then in other letters that mean the same, or nearly. */
    private String respelled(String word) {
        return switch (random.nextInt(24)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word.toLowerCase(Locale.ROOT);
            case 2 -> Normalizer.normalize(word, Normalizer.Form.NFD);
            case 3 -> Normalizer.normalize(word, Normalizer.Form.NFC);
            case 4 -> Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
            default -> word;
        };
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
