package vigie.query;

import java.util.List;
import java.util.Map;

/** Warns about queries that can be used but may not mean what their author thinks. */
final class Linter {
    private final Findings findings;
    private final Map<Query, Lexeme> places;

    Linter(Findings findings, Map<Query, Lexeme> places) {
        this.findings = findings;
        this.places = places;
    }

    /** What is doubtful in the spelling. */
    void lint(List<Lexeme> lexemes) {
        for (int i = 0; i < lexemes.size(); i++) {
            var lexeme = lexemes.get(i);
            boolean value = i > 0 && lexemes.get(i - 1).is(Lexeme.Kind.FIELD);
            if (lexeme.is(Lexeme.Kind.TERM) && !value) {
                smallOperator(lexeme);
                rangeWithoutField(lexeme, lexemes.get(i + 1));
            } else if (lexeme.is(Lexeme.Kind.QUOTED)) {
                quoted(lexeme);
            }
        }
    }

    /** What is doubtful in the meaning. */
    void lint(Query query, int length) {
        places.forEach((leaf, lexeme) -> leaf(leaf, lexeme));
        if (!hasWords(query)) {
            findings.warn(
                    0,
                    length,
                    "No word is looked for: every post with these field values matches.",
                    "Aucun mot n'est cherché : toutes les publications ayant ces valeurs correspondent.",
                    null);
        }
        alone(query);
    }

    private void smallOperator(Lexeme lexeme) {
        var operator = Lexer.asOperator(lexeme.text());
        if (operator == null) {
            return;
        }
        findings.warn(
                lexeme.start(),
                lexeme.end(),
                "In small letters this is a word to look for; operators are written in capitals.",
                "En minuscules, c'est un mot à chercher ; les opérateurs s'écrivent en capitales.",
                operator);
    }

    private void rangeWithoutField(Lexeme lexeme, Lexeme next) {
        if (lexeme.text().startsWith("[")
                && next.is(Lexeme.Kind.TERM)
                && next.text().equals("TO")) {
            findings.warn(
                    lexeme.start(),
                    next.end(),
                    "These are words to look for; a range stands after a field, as in rating:[1 TO 3].",
                    "Ce sont des mots à chercher ; un intervalle suit un champ, comme rating:[1 TO 3].",
                    null);
        }
    }

    private void quoted(Lexeme lexeme) {
        var words = Names.tidy(lexeme.text()).split(" ", -1);
        for (int i = 1; i < words.length - 1; i++) {
            if (List.of("OR", "AND", "OU", "ET").contains(words[i])) {
                findings.warn(
                        lexeme.start(),
                        lexeme.end(),
                        words[i] + " inside quotes is a word of the phrase, not an operator.",
                        words[i] + " entre guillemets est un mot de l'expression, pas un opérateur.",
                        '"' + Names.tidy(lexeme.text()).replace(" " + words[i] + " ", "\" " + words[i] + " \"") + '"');
                break;
            }
        }
        if (lexeme.text().indexOf('*') >= 0) {
            findings.warn(
                    lexeme.start(),
                    lexeme.end(),
                    "Wildcards do not work inside quotes; use ONEAR/0 between the words instead.",
                    "Les caractères génériques n'agissent pas entre guillemets ; employez ONEAR/0 entre les mots.",
                    Names.tidy(lexeme.text()).replace(" ", " ONEAR/0 "));
        }
        if (lexeme.text().indexOf('#') >= 0 && Names.tidy(lexeme.text()).indexOf(' ') > 0) {
            findings.warn(
                    lexeme.start(),
                    lexeme.end(),
                    "Capitals in a hashtag inside a phrase count, since its words are part of the phrase.",
                    "Les capitales d'un hashtag comptent dans une expression, car ses mots en font partie.",
                    null);
        }
    }

    private void leaf(Query leaf, Lexeme lexeme) {
        if (!(leaf instanceof Query.Words words)) {
            return;
        }
        for (var word : words.words()) {
            if (word.pattern() && word.text().indexOf('*') >= 0 && word.text().indexOf('*') <= Leaves.MIN_PREFIX) {
                findings.warn(
                        lexeme.start(),
                        lexeme.end(),
                        "So short a beginning matches very many words and is slow: add letters before the wildcard.",
                        "Un début si court trouve énormément de mots et coûte cher : ajoutez des lettres avant le caractère générique.",
                        null);
            }
        }
    }

    /** Single common words that suffice for a match. */
    private void alone(Query query) {
        if (query instanceof Query.Or or) {
            or.clauses().forEach(this::alone);
        }
        if (query instanceof Query.And and) {
            var asked = and.clauses().stream()
                    .filter(c -> !(c instanceof Query.Not))
                    .toList();
            if (asked.size() == 1) {
                alone(asked.get(0));
            }
        }
        var lexeme = places.get(query);
        if (lexeme == null
                || !(query instanceof Query.Words words)
                || words.words().size() > 1) {
            return;
        }
        var word = words.words().get(0);
        if (word.form() != Form.EXACT && CommonWords.EVERYWHERE.contains(word.text())) {
            findings.warn(
                    lexeme.start(),
                    lexeme.end(),
                    "This word is in nearly every text of its language: the query matches almost everything.",
                    "Ce mot est dans presque tous les textes de sa langue : la requête trouve presque tout.",
                    null);
        } else if (word.form() != Form.EXACT && CommonWords.AMBIGUOUS.contains(word.text())) {
            findings.warn(
                    lexeme.start(),
                    lexeme.end(),
                    "This name is also an everyday word: add a word of the trade, or write {" + capital(words.text())
                            + "} for this spelling only.",
                    "Ce nom est aussi un mot courant : ajoutez un mot du métier, ou écrivez {" + capital(words.text())
                            + "} pour cette seule graphie.",
                    "{" + capital(words.text()) + "}");
        }
    }

    private static boolean hasWords(Query query) {
        if (query instanceof Query.And and) {
            return and.clauses().stream().anyMatch(Linter::hasWords);
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().allMatch(Linter::hasWords);
        }
        if (query instanceof Query.Keyword keyword) {
            return keyword.field().type() == Field.Type.NAME
                    || keyword.field().type() == Field.Type.ADDRESS
                    || keyword.field().type() == Field.Type.ID;
        }
        return query instanceof Query.Words || query instanceof Query.Near;
    }

    private static String capital(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }
}
