package vigie.alert.plain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vigie.model.Post;
import vigie.query.StopWords;
import vigie.query.Token;
import vigie.query.Tokenizer;

/** What a post can be said to talk about: its words, phrases of two words that have a subject, and hashtags. */
public final class Terms {

    private static final int MOST_WORDS = 40;
    private static final int MOST_PHRASES = 40;
    private static final int MOST_TAGS = 10;

    /** Longer ones (UTF-16 units) are no words anybody repeats. */
    private static final int LONGEST = 60;

    private Terms() {}

    /** The words a post is about, each once, as the tokenizer folds them. */
    public static Set<String> words(Post post) {
        return words(tokens(post));
    }

    /** Words, phrases and hashtags, each once; hashtags begin with {@code #}. */
    public static Set<String> of(Post post) {
        var tokens = tokens(post);
        var terms = words(tokens);
        terms.addAll(phrases(tokens));
        terms.addAll(hashtags(post, tokens));
        terms.removeIf(term -> term.length() > LONGEST);
        return terms;
    }

    private static List<Token> tokens(Post post) {
        return Tokenizer.tokenize(post.title() == null ? post.text() : post.title() + "\n" + post.text());
    }

    private static Set<String> words(List<Token> tokens) {
        var words = new LinkedHashSet<String>();
        for (var token : tokens) {
            if (words.size() < MOST_WORDS && isSubject(token)) {
                words.add(token.folded());
            }
        }
        return words;
    }

    /** Two subjects side by side or with one small word between, as in {@code fuite de donnees}. */
    private static Set<String> phrases(List<Token> tokens) {
        var phrases = new LinkedHashSet<String>();
        for (int i = 0; i < tokens.size() && phrases.size() < MOST_PHRASES; i++) {
            var first = tokens.get(i);
            var next = i + 1 < tokens.size() && isSmall(tokens.get(i + 1)) ? i + 2 : i + 1;
            if (next < tokens.size() && isSubject(first) && isSubject(tokens.get(next))) {
                var last = tokens.get(next);
                if (last.sentence() == first.sentence()) {
                    var between = next == i + 2 ? " " + tokens.get(i + 1).folded() + " " : " ";
                    phrases.add(first.folded() + between + last.folded());
                }
            }
        }
        return phrases;
    }

    private static Set<String> hashtags(Post post, List<Token> tokens) {
        var tags = new LinkedHashSet<String>();
        for (var token : tokens) {
            if (token.kind() == Token.Kind.HASHTAG) {
                tags.add(token.folded());
            }
        }
        post.hashtags().forEach(tag -> tags.add("#" + tag.toLowerCase(Locale.ROOT)));
        while (tags.size() > MOST_TAGS) {
            tags.remove(tags.iterator().next());
        }
        return tags;
    }

    private static boolean isSubject(Token token) {
        return token.kind() == Token.Kind.WORD && !StopWords.contain(token.folded());
    }

    private static boolean isSmall(Token token) {
        return token.kind() == Token.Kind.WORD && StopWords.contain(token.folded());
    }
}
