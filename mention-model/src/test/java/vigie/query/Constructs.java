package vigie.query;

import java.text.Normalizer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names what a query is made of, so that a test of random queries can show that none of the language was left out. */
public final class Constructs {

    private final Set<String> found = new TreeSet<>();

    private Constructs() {}

    /** The constructs in a query. */
    public static Set<String> of(Query query) {
        var constructs = new Constructs();
        constructs.see(query);
        return constructs.found;
    }

    /** All that {@link #of} can find in queries of this scope and that a post can be told apart by. */
    public static Set<String> all(Scope scope) {
        var fields = Stream.of(Field.values())
                .filter(field -> field != Field.TITLE && field != Field.LABEL)
                .filter(field -> scope == Scope.SEARCH || !field.knownLater())
                .map(field -> field.key() + ":");
        var others = Stream.of(
                "AND",
                "OR",
                "NOT",
                "NEAR",
                "ONEAR",
                "SENTENCE",
                "OR in NEAR",
                "NEAR in NEAR",
                "phrase in NEAR",
                "wildcard in NEAR",
                "exact in NEAR",
                "title:",
                "title:NEAR",
                "term",
                "word of several",
                "phrase",
                "phrase~n",
                "exact",
                "exact phrase",
                "accents",
                "decomposed accents",
                "word*",
                "word?",
                "#tag",
                "@user",
                "$cash",
                "emoji",
                "number",
                "author:*",
                "hashtag:*",
                "mention:*",
                "rating:[",
                "followers:[",
                "published:[",
                "LATIN",
                "GREEK",
                "CYRILLIC",
                "ARABIC",
                "HEBREW",
                "HAN",
                "HIRAGANA",
                "KATAKANA",
                "HANGUL",
                "THAI",
                "DEVANAGARI");
        return Stream.concat(fields, others).collect(Collectors.toCollection(TreeSet::new));
    }

    private void see(Query query) {
        if (query instanceof Query.And and) {
            found.add("AND");
            and.clauses().forEach(this::see);
        } else if (query instanceof Query.Or or) {
            found.add("OR");
            or.clauses().forEach(this::see);
        } else if (query instanceof Query.Not not) {
            found.add("NOT");
            see(not.clause());
        } else if (query instanceof Query.Near near) {
            found.add(
                    switch (near.join()) {
                        case UNORDERED -> "NEAR";
                        case ORDERED -> "ONEAR";
                        case SENTENCE -> "SENTENCE";
                    });
            title(near.zone(), "title:NEAR");
            inside(near.left());
            inside(near.right());
        } else if (query instanceof Query.Words words) {
            words(words);
        } else if (query instanceof Query.Keyword keyword) {
            found.add(keyword.field().key() + ":" + (keyword.pattern() ? "*" : ""));
        } else if (query instanceof Query.Range range) {
            boolean bounded = Double.isFinite(range.low()) && Double.isFinite(range.high());
            found.add(range.field().key() + ":");
            if (bounded && range.low() < range.high()) {
                found.add(range.field().key() + ":[");
            }
        }
    }

    private void inside(Query side) {
        if (side instanceof Query.Or or) {
            found.add("OR in NEAR");
            or.clauses().forEach(this::inside);
            return;
        }
        if (side instanceof Query.Near) {
            found.add("NEAR in NEAR");
        }
        if (side instanceof Query.Words words) {
            if (words.words().size() > 1) {
                found.add("phrase in NEAR");
            }
            if (words.words().stream().anyMatch(Word::pattern)) {
                found.add("wildcard in NEAR");
            }
            if (words.style() == Query.Style.EXACT) {
                found.add("exact in NEAR");
            }
        }
        see(side);
    }

    private void words(Query.Words words) {
        boolean several = words.words().size() > 1;
        title(words.zone(), "title:");
        found.add(
                switch (words.style()) {
                    case TERM -> several ? "word of several" : "term";
                    case EXACT -> several ? "exact phrase" : "exact";
                    case QUOTED -> words.slop() > 0 ? "phrase~n" : "phrase";
                });
        if (!Normalizer.isNormalized(words.text(), Normalizer.Form.NFC)) {
            found.add("decomposed accents");
        }
        words.words().forEach(this::word);
    }

    private void word(Word word) {
        if (word.form() == Form.ACCENTED) {
            found.add("accents");
        }
        if (word.pattern()) {
            found.add(word.text().indexOf('*') >= 0 ? "word*" : "word?");
        }
        int first = word.text().codePointAt(0);
        switch (first) {
            case '#' -> found.add("#tag");
            case '@' -> found.add("@user");
            case '$' -> found.add("$cash");
            default -> {
                if (Character.isDigit(first)) {
                    found.add("number");
                } else if (Character.isLetter(first)) {
                    found.add(Character.UnicodeScript.of(first).name());
                } else {
                    found.add("emoji");
                }
            }
        }
    }

    private void title(Zone zone, String construct) {
        if (zone == Zone.TITLE) {
            found.add(construct);
        }
    }
}
