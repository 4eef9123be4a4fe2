package vigie.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a query's source into lexemes; what it cannot read it reports and skips, always moving on. */
final class Lexer {
    private static final String QUOTES = "\"“”„«»＂";
    private static final String DASHES = "-–—−";
    private static final Map<String, Lexeme.Kind> OPERATORS = Map.of(
            "AND", Lexeme.Kind.AND,
            "ET", Lexeme.Kind.AND,
            "OR", Lexeme.Kind.OR,
            "OU", Lexeme.Kind.OR,
            "NOT", Lexeme.Kind.NOT,
            "SAUF", Lexeme.Kind.NOT,
            "SENTENCE", Lexeme.Kind.SENTENCE);

    private final String source;
    private final Findings findings;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;
    private int depth;
    private int fieldGroup = -1;

    private Lexer(String source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    static List<Lexeme> lex(String source, Findings findings) {
        var lexer = new Lexer(source, findings);
        lexer.run();
        return lexer.lexemes;
    }

    /** Whether a word alone would be read as an operator or the start of a field clause. */
    static boolean isReserved(String word) {
        return OPERATORS.containsKey(word) || nearName(word) != null || fieldNameEnd(word, 0) > 0;
    }

    /** Whether a field's value needs no quotes. */
    static boolean isPlainValue(String value) {
        if (value.isEmpty() || "[<>".indexOf(value.charAt(0)) >= 0 || value.contains("<<<")) {
            return false;
        }
        return value.chars().noneMatch(Lexer::isDelimiter);
    }

    static boolean isQuote(int c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private void run() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Forms.isSpace(c)) {
                at++;
            } else if (source.startsWith("<<<", at)) {
                comment();
            } else {
                lexeme(c);
            }
        }
        add(Lexeme.Kind.END, source.length(), "", -1);
    }

    private void lexeme(char c) {
        if (c == '(') {
            depth++;
            if (fieldGroup < 0 && afterField()) {
                fieldGroup = depth;
            }
            single(Lexeme.Kind.OPEN);
        } else if (c == ')') {
            fieldGroup = fieldGroup == depth ? -1 : fieldGroup;
            depth = Math.max(0, depth - 1);
            single(Lexeme.Kind.CLOSE);
        } else if (isQuote(c)) {
            quoted();
        } else if (c == '{') {
            exact();
        } else if (c == '}') {
            findings.error(at, at + 1, "No { opens this }.", "Aucune { n'ouvre cette }.", "");
            at++;
        } else if (afterField() && c == '[') {
            range();
        } else if (afterField() && (c == '<' || c == '>')) {
            compare();
        } else if (DASHES.indexOf(c) >= 0 && !afterField()) {
            dash();
        } else {
            word();
        }
    }

    private void comment() {
        int end = source.indexOf(">>>", at + 3);
        if (end < 0) {
            findings.error(
                    at,
                    source.length(),
                    "The comment that starts here has no end: write >>> after it.",
                    "Le commentaire qui commence ici n'a pas de fin : écrivez >>> après lui.",
                    findings.piece(at, source.length()) + ">>>");
            at = source.length();
        } else {
            at = end + 3;
        }
    }

    private void quoted() {
        int start = at++;
        while (at < source.length() && !isQuote(source.charAt(at))) {
            at++;
        }
        if (at == source.length()) {
            findings.error(
                    start,
                    at,
                    "The quotes opened here are never closed.",
                    "Les guillemets ouverts ici ne sont jamais fermés.",
                    findings.piece(start, at).stripTrailing() + '"');
            add(Lexeme.Kind.QUOTED, start, source.substring(start + 1), -1);
            return;
        }
        var text = source.substring(start + 1, at++);
        if (source.charAt(start) != '"' || source.charAt(at - 1) != '"') {
            findings.warn(
                    start,
                    at,
                    "Curly quotes are read as straight ones.",
                    "Les guillemets typographiques sont lus comme des guillemets droits.",
                    '"' + text.strip() + '"');
        }
        int slop = -1;
        if (at < source.length() && source.charAt(at) == '~') {
            int tilde = at++;
            slop = number();
            if (slop < 0) {
                findings.error(
                        tilde,
                        at,
                        "A number is missing after ~: how many other words may stand between.",
                        "Il manque un nombre après ~ : combien d'autres mots peuvent s'intercaler.",
                        "~5");
            }
        }
        add(Lexeme.Kind.QUOTED, start, text, slop);
    }

    private void exact() {
        int start = at;
        int end = source.indexOf('}', at);
        if (end < 0) {
            findings.error(
                    start,
                    source.length(),
                    "The { opened here is never closed.",
                    "L'accolade { ouverte ici n'est jamais fermée.",
                    findings.piece(start, source.length()).stripTrailing() + "}");
            end = source.length();
        }
        at = Math.min(source.length(), end + 1);
        add(Lexeme.Kind.EXACT, start, source.substring(start + 1, end), -1);
    }

    private void range() {
        int start = at;
        int end = source.indexOf(']', at);
        if (end < 0) {
            var rest = Names.tidy(source.substring(start + 1));
            var words = rest.split(" ", 4);
            boolean whole = words.length > 2 && words[1].equals("TO");
            var values = whole ? words[0] + " TO " + words[2] : (words[0].isEmpty() ? "*" : words[0]) + " TO *";
            findings.error(
                    start,
                    source.length(),
                    "The [ opened here is never closed.",
                    "Le crochet [ ouvert ici n'est jamais fermé.",
                    "[" + values + "]" + (whole && words.length > 3 ? " " + words[3] : ""));
            at = source.length();
            add(Lexeme.Kind.RANGE, start, values, -1);
            return;
        }
        at = end + 1;
        add(Lexeme.Kind.RANGE, start, source.substring(start + 1, end), -1);
    }

    private void compare() {
        int start = at++;
        if (at < source.length() && source.charAt(at) == '=') {
            at++;
        }
        var operator = source.substring(start, at);
        while (at < source.length() && Forms.isSpace(source.charAt(at))) {
            at++;
        }
        int from = at;
        skipWord();
        add(Lexeme.Kind.COMPARE, start, operator + source.substring(from, at), -1);
    }

    private void dash() {
        int start = at++;
        boolean attached = at < source.length() && !Forms.isSpace(source.charAt(at));
        if (!attached) {
            findings.error(
                    start,
                    at,
                    "A hyphen stands alone here: attach it to a word to exclude that word, or leave it out.",
                    "Un tiret est isolé ici : collez-le à un mot pour l'exclure, ou supprimez-le.",
                    "");
            return;
        }
        if (source.charAt(start) != '-') {
            findings.warn(
                    start,
                    at,
                    "This dash is read as a minus sign: it excludes what follows.",
                    "Ce tiret long est lu comme un signe moins : il exclut ce qui suit.",
                    "-");
        }
        add(Lexeme.Kind.NOT, start, "-", -1);
    }

    private void word() {
        int start = at;
        boolean value = afterField();
        int nameEnd = value || fieldGroup >= 0 ? 0 : fieldNameEnd(source, start);
        if (nameEnd > 0) {
            at = nameEnd + 1;
            add(Lexeme.Kind.FIELD, start, source.substring(start, nameEnd), -1);
            return;
        }
        skipWord();
        var word = source.substring(start, at);
        var operator = value ? null : OPERATORS.get(word);
        if (operator != null) {
            add(operator, start, word, -1);
        } else if (value || !near(start, word)) {
            add(Lexeme.Kind.TERM, start, word, -1);
        }
    }

    private void skipWord() {
        while (at < source.length() && !isDelimiter(source.charAt(at)) && !source.startsWith("<<<", at)) {
            at++;
        }
    }

    private boolean near(int start, String word) {
        var name = nearName(word);
        if (name == null) {
            return false;
        }
        int slash = word.indexOf('/');
        var digits = slash < 0 ? "" : word.substring(slash + 1);
        boolean ordered = name.equals("ONEAR") || digits.endsWith("f") || digits.endsWith("F");
        if (!digits.isEmpty() && !Character.isDigit(digits.charAt(digits.length() - 1)) && ordered) {
            digits = digits.substring(0, digits.length() - 1);
        }
        int distance = slash < 0 ? -1 : parse(digits);
        if (slash >= 0 && distance < 0) {
            findings.error(
                    start,
                    at,
                    "A number of words is expected after " + name + "/.",
                    "Un nombre de mots est attendu après " + name + "/.",
                    name + "/5");
        }
        add(ordered ? Lexeme.Kind.ONEAR : Lexeme.Kind.NEAR, start, word, distance);
        return true;
    }

    private static @Nullable String nearName(String word) {
        int slash = word.indexOf('/');
        var name = slash < 0 ? word : word.substring(0, slash);
        return switch (name) {
            case "NEAR", "ONEAR", "PRES" -> name;
            case "PRÈS" -> "PRES";
            default -> null;
        };
    }

    /** A number of at most four digits at the current place, or −1. */
    private int number() {
        int start = at;
        while (at < source.length() && isAsciiDigit(source.charAt(at))) {
            at++;
        }
        return parse(source.substring(start, at));
    }

    private static int parse(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(Lexer::isAsciiDigit)) {
            return -1;
        }
        return digits.length() > 4 ? 9_999 : Integer.parseInt(digits);
    }

    /** Where the letters of {@code name:} end, or 0. */
    private static int fieldNameEnd(String s, int start) {
        int end = start;
        while (end < s.length()
                && Character.toLowerCase(s.charAt(end)) >= 'a'
                && Character.toLowerCase(s.charAt(end)) <= 'z') {
            end++;
        }
        return end > start && end < s.length() && s.charAt(end) == ':' ? end : 0;
    }

    /** A lower-case word that would be an operator in capitals, as such; else nothing. */
    static @Nullable String asOperator(String word) {
        var upper = word.toUpperCase(Locale.ROOT);
        // "sentence" and "près" are words of every day
        boolean everyday = upper.equals("SENTENCE") || upper.equals("PRES") || upper.equals("PRÈS");
        boolean operator = !everyday && (OPERATORS.containsKey(upper) || nearName(upper) != null);
        return operator && !upper.equals(word) ? upper : null;
    }

    private static boolean isDelimiter(int c) {
        return Forms.isSpace(c) || c == '(' || c == ')' || c == '{' || c == '}' || isQuote(c);
    }

    private static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private boolean afterField() {
        return !lexemes.isEmpty() && lexemes.get(lexemes.size() - 1).is(Lexeme.Kind.FIELD);
    }

    private void single(Lexeme.Kind kind) {
        at++;
        add(kind, at - 1, "", -1);
    }

    private void add(Lexeme.Kind kind, int start, String text, int number) {
        lexemes.add(new Lexeme(kind, start, at, text, number));
    }
}
