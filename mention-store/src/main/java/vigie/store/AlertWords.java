package vigie.store;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;
import vigie.query.Tokenizer;

/** The words by which an alert is found again, without case and accents. */
final class AlertWords {

    private AlertWords() {}

    /** What it says, of which rule, who carries it, and what people did and wrote about it. */
    static Set<String> of(Alert alert) {
        var words = new LinkedHashSet<String>();
        alert.summaries().values().forEach(text -> add(words, text));
        add(words, alert.rule());
        add(words, alert.metric());
        var explanation = alert.explanation();
        if (explanation != null) {
            explanation.contributors().forEach(contributor -> add(words, contributor.key()));
        }
        var assignee = alert.people().assignee();
        if (assignee != null) {
            add(words, assignee);
        }
        alert.people().actions().forEach(action -> {
            add(words, action.by());
            if (action.comment() != null) {
                add(words, action.comment());
            }
        });
        return words;
    }

    static Set<String> asked(@Nullable String q) {
        var words = new LinkedHashSet<String>();
        if (q != null) {
            add(words, q);
        }
        return words;
    }

    private static void add(Set<String> words, String text) {
        Tokenizer.tokenize(text).forEach(token -> words.add(token.folded()));
    }
}
