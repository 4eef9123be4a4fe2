package vigie.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the leaves of a query from its lexemes: tokenizes words, normalizes field values, and says what is wrong with them. */
final class Leaves {
    /** Fewer letters before a wildcard would match half the dictionary. */
    static final int MIN_PREFIX = 3;

    private final Findings findings;

    Leaves(Findings findings) {
        this.findings = findings;
    }

    /** What a lexeme means in a field, or anywhere when {@code field} is null. */
    @Nullable
    Query leaf(Lexeme lexeme, @Nullable Field field) {
        if (field != null && field.isRange()) {
            return new RangeValues(findings).range(field, lexeme);
        }
        if (lexeme.is(Lexeme.Kind.RANGE) || lexeme.is(Lexeme.Kind.COMPARE)) {
            findings.error(
                    lexeme.start(),
                    lexeme.end(),
                    "Only fields of numbers and dates take ranges and comparisons.",
                    "Seuls les champs de nombres et de dates acceptent intervalles et comparaisons.",
                    null);
            return null;
        }
        if (field != null && field.type() != Field.Type.TEXT) {
            return keyword(field, lexeme);
        }
        var zone = field == null ? Zone.ANYWHERE : Zone.TITLE;
        return lexeme.is(Lexeme.Kind.TERM) ? term(lexeme, zone) : text(lexeme, zone);
    }

    private @Nullable Query term(Lexeme lexeme, Zone zone) {
        var raw = lexeme.text();
        boolean wildcards = Wildcards.contains(raw);
        var tokens = withoutLastParts(wildcards ? Tokenizer.tokenizePattern(raw) : Tokenizer.tokenize(raw));
        if (tokens.isEmpty()) {
            nothing(lexeme);
            return null;
        }
        var words = new ArrayList<Word>();
        for (var token : tokens) {
            var word = word(token, false, wildcards);
            if (word.pattern() && !prefixIsLong(word.text())) {
                shortPrefix(lexeme, word);
                return null;
            }
            words.add(word);
        }
        var text = raw.substring(
                tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
        var style = Query.Style.TERM;
        if (Lexer.isReserved(text)) {
            // punctuation kept it from being read as an operator; its canonical spelling needs quotes
            style = wildcards ? Query.Style.TERM : Query.Style.QUOTED;
            text = text.replace(':', wildcards ? '-' : ':');
        }
        return new Query.Words(zone, style, text, 0, words);
    }

    private @Nullable Query text(Lexeme lexeme, Zone zone) {
        boolean exact = lexeme.is(Lexeme.Kind.EXACT);
        var text = Names.tidy(lexeme.text());
        var tokens = withoutLastParts(Tokenizer.tokenize(text));
        if (tokens.isEmpty()) {
            nothing(lexeme);
            return null;
        }
        var words = tokens.stream().map(t -> word(t, exact, false)).toList();
        int slop = exact || words.size() == 1 ? 0 : Math.max(0, lexeme.number());
        if (slop > 0 && words.stream().distinct().count() == 1) {
            findings.error(
                    lexeme.start(),
                    lexeme.end(),
                    "~ needs at least two different words.",
                    "~ demande au moins deux mots différents.",
                    '"' + text + '"');
            return null;
        }
        return new Query.Words(zone, exact ? Query.Style.EXACT : Query.Style.QUOTED, text, slop, words);
    }

    private static Word word(Token token, boolean exact, boolean wildcards) {
        if (exact) {
            return new Word(Form.EXACT, token.exact(), false);
        }
        boolean accents = !token.accented().equals(token.folded());
        var text = accents ? token.accented() : token.folded();
        boolean pattern = wildcards && Wildcards.contains(text);
        return new Word(accents ? Form.ACCENTED : Form.FOLDED, pattern ? oneStar(text) : text, pattern);
    }

    /** The plain words in a query's last hashtag would ask for more than the hashtag. */
    private static List<Token> withoutLastParts(List<Token> tokens) {
        int size = tokens.size();
        while (size > 0 && tokens.get(size - 1).kind() == Token.Kind.TAG_PART) {
            size--;
        }
        return tokens.subList(0, size);
    }

    private @Nullable Query keyword(Field field, Lexeme lexeme) {
        var written = lexeme.text().chars().anyMatch(Lexer::isQuote)
                ? lexeme.text()
                        .codePoints()
                        .filter(c -> !Lexer.isQuote(c))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                : lexeme.text();
        var text = Names.tidy(written);
        boolean star = lexeme.is(Lexeme.Kind.TERM) && text.indexOf('*') >= 0;
        boolean pattern = lexeme.is(Lexeme.Kind.TERM) && field.type() == Field.Type.NAME && Wildcards.contains(text);
        if (star && !pattern) {
            var withoutStar = text.replaceAll("\\.?/?\\*\\.?", "");
            findings.error(
                    lexeme.start(),
                    lexeme.end(),
                    "The field " + field.key() + " takes no wildcards"
                            + (field.type() == Field.Type.ADDRESS ? "; an address matches everything below it." : "."),
                    "Le champ " + field.key() + " n'accepte pas de caractère générique"
                            + (field.type() == Field.Type.ADDRESS
                                    ? " ; une adresse couvre tout ce qui est sous elle."
                                    : "."),
                    withoutStar.isEmpty() ? null : withoutStar);
            return null;
        }
        var key = key(field, text);
        if (key.isEmpty()) {
            nothing(lexeme);
            return null;
        }
        if (pattern) {
            key = oneStar(key);
            if (!prefixIsLong(key)) {
                shortPrefix(lexeme, new Word(Form.FOLDED, key, true));
                return null;
            }
        }
        if (!isAllowed(field, key, lexeme) || isPathInSite(field, key, lexeme)) {
            return null;
        }
        return new Query.Keyword(field, text, key, pattern);
    }

    private static String key(Field field, String text) {
        return switch (field.type()) {
            case NAME -> Names.asked(text);
            case ADDRESS -> Addresses.key(text);
            case ID -> Names.id(text);
            default -> Names.folded(text);
        };
    }

    private boolean isAllowed(Field field, String key, Lexeme lexeme) {
        if (field.allowed().isEmpty() || field.allowed().contains(key)) {
            return true;
        }
        var all = field.allowed().stream().sorted().collect(Collectors.joining(", "));
        findings.error(
                lexeme.start(),
                lexeme.end(),
                "The field " + field.key() + " takes one of: " + all + ".",
                "Le champ " + field.key() + " accepte : " + all + ".",
                Nearest.of(key, field.allowed()));
        return false;
    }

    private boolean isPathInSite(Field field, String key, Lexeme lexeme) {
        if (field != Field.SITE || key.indexOf('/') < 0) {
            return false;
        }
        findings.error(
                lexeme.start(),
                lexeme.end(),
                "site: takes a host only; url: takes a path.",
                "site: accepte seulement un hôte ; url: accepte un chemin.",
                key.substring(0, key.indexOf('/')));
        return true;
    }

    private void shortPrefix(Lexeme lexeme, Word word) {
        boolean solo = Tokenizer.isSolo(word.text().codePointAt(0));
        boolean leading = word.text().startsWith("*") || word.text().startsWith("?");
        var plain = lexeme.text().replace("*", "").replace("?", "");
        if (solo || leading && plain.codePoints().anyMatch(Tokenizer::isSolo)) {
            findings.error(
                    lexeme.start(),
                    lexeme.end(),
                    "In a script written without spaces every character is found by itself: leave the wildcard out.",
                    "Dans une écriture sans espaces, chaque caractère est trouvé seul : supprimez le caractère générique.",
                    plain);
        } else {
            findings.error(
                    lexeme.start(),
                    lexeme.end(),
                    "At least " + MIN_PREFIX + " letters must stand before a wildcard.",
                    "Il faut au moins " + MIN_PREFIX + " lettres avant un caractère générique.",
                    Tokenizer.tokenize(plain).isEmpty() ? null : plain);
        }
    }

    /** Korean syllables count their letters: two of them say as much as a Latin word's beginning. */
    private static boolean prefixIsLong(String pattern) {
        int letters = 0;
        for (int i = 0; i < pattern.length() && pattern.charAt(i) != '*' && pattern.charAt(i) != '?'; ) {
            int cp = pattern.codePointAt(i);
            i += Character.charCount(cp);
            if (Character.isLetterOrDigit(cp)) {
                letters += Character.UnicodeScript.of(cp) == Character.UnicodeScript.HANGUL ? 2 : 1;
            }
        }
        return letters >= MIN_PREFIX;
    }

    private static String oneStar(String pattern) {
        var out = pattern;
        while (out.contains("**")) {
            out = out.replace("**", "*");
        }
        return out;
    }

    private void nothing(Lexeme lexeme) {
        var text = lexeme.text();
        var operator = text.startsWith("|") ? "OR" : text.startsWith("&") ? "AND" : null;
        findings.error(
                lexeme.start(),
                lexeme.end(),
                "There is nothing to look for here: a word, number, emoji, #tag or @user is expected.",
                "Il n'y a rien à chercher ici : un mot, un nombre, un emoji, un #tag ou un @compte est attendu.",
                operator == null ? findings.leftOut(lexeme.start(), lexeme.end()) : operator);
    }
}
