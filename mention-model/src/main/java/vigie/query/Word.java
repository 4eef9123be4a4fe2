package vigie.query;

/**
 * A test on one token: the smallest thing an engine looks up.
 *
 * @param form the field to look in
 * @param text the form to look for, ready to compare; in a pattern {@code ?} is one character and {@code *} any number
 * @param pattern whether {@code text} holds wildcards; never leading ones
 */
public record Word(Form form, String text, boolean pattern) {

    boolean matches(Token token) {
        var form = token.form(this.form);
        return pattern ? Wildcards.matches(text, form) : text.equals(form);
    }
}
