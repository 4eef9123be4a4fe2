package vigie.query;

import org.jspecify.annotations.Nullable;

/** What may stand beside NEAR, ONEAR and SENTENCE. */
final class Proximity {
    /** Deeper chains would say nothing about closeness, and every level doubles the work. */
    static final int MAX_LEVELS = 8;

    /** Most spans after OR has been multiplied out. */
    static final int MAX_ALTERNATIVES = 256;

    private Proximity() {}

    /** Whether {@code query} has positions; complains about the piece between the offsets when not. */
    static boolean isSide(@Nullable Query query, int start, int end, Findings findings) {
        if (query == null) {
            return false;
        }
        if (hasPositions(query)) {
            return true;
        }
        findings.error(
                start,
                end,
                "Only words, phrases and OR between them can be near something: AND, NOT and fields cannot.",
                "Seuls des mots, des expressions et OU entre eux peuvent être proches : pas ET, SAUF ni des champs.",
                query instanceof Query.And and && and.clauses().stream().allMatch(Proximity::hasPositions)
                        ? "(" + Query.any(and.clauses()).print() + ")"
                        : null);
        return false;
    }

    /** Complains about a field beside an operator: the post as a whole has it, so AND is meant. */
    static void fieldBeside(Lexeme operator, int start, int end, Findings findings) {
        boolean before = start < operator.start();
        var field = findings.piece(start, end).strip();
        findings.error(
                before ? start : operator.start(),
                before ? operator.end() : end,
                "A field's value has no place in the text, so nothing can be near it.",
                "La valeur d'un champ n'a pas de place dans le texte : rien ne peut en être proche.",
                before ? field + " AND" : "AND " + field);
    }

    private static boolean hasPositions(Query query) {
        if (query instanceof Query.Or or) {
            return or.clauses().stream().allMatch(Proximity::hasPositions)
                    && or.clauses().stream().map(Proximity::zone).distinct().count() == 1;
        }
        return query instanceof Query.Words || query instanceof Query.Near;
    }

    private static Zone zone(Query query) {
        if (query instanceof Query.Words words) {
            return words.zone();
        }
        if (query instanceof Query.Near near) {
            return near.zone();
        }
        return zone(((Query.Or) query).clauses().get(0));
    }

    /** Whether a NEAR just made is small enough and its sides differ; complains when not. */
    static boolean isBounded(Query.Near near, int start, int end, Findings findings) {
        if (zone(near.left()) != near.zone() || zone(near.right()) != near.zone()) {
            findings.error(
                    start,
                    end,
                    "title: must stand before the whole: title:(a NEAR b).",
                    "title: doit précéder le tout : title:(a PRES b).",
                    titled(near).print());
            return false;
        }
        if (levels(near) > MAX_LEVELS || Alternatives.count(near) > MAX_ALTERNATIVES) {
            findings.error(
                    start,
                    end,
                    "Too many combinations inside NEAR: split it into several clauses joined by OR.",
                    "Trop de combinaisons dans PRES : séparez en plusieurs clauses jointes par OU.",
                    null);
            return false;
        }
        if (Alternatives.hasTwins(near)) {
            findings.error(
                    start,
                    end,
                    "Both sides are the same: NEAR needs two different things.",
                    "Les deux côtés sont identiques : PRES demande deux choses différentes.",
                    near.left().print());
            return false;
        }
        return true;
    }

    private static Query titled(Query query) {
        if (query instanceof Query.Words words) {
            return new Query.Words(Zone.TITLE, words.style(), words.text(), words.slop(), words.words());
        }
        if (query instanceof Query.Near near) {
            return new Query.Near(Zone.TITLE, titled(near.left()), titled(near.right()), near.join(), near.distance());
        }
        return Query.any(
                ((Query.Or) query).clauses().stream().map(Proximity::titled).toList());
    }

    private static int levels(Query query) {
        if (query instanceof Query.Near near) {
            return 1 + Math.max(levels(near.left()), levels(near.right()));
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().mapToInt(Proximity::levels).max().orElse(0);
        }
        return 0;
    }
}
