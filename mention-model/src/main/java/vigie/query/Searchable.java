package vigie.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Post;

/**
 * What queries see of a post, made once: its tokens and field values in normal form.
 *
 * <p>The evaluator works on it and engines index it, so that they agree by construction. Words stand in up to three lists: title, text
 * and the declared hashtags that are in neither. Phrases and NEAR never reach from one list into the next: engines leave
 * {@value #GAP} positions between.
 */
public final class Searchable {

    /** Positions left free between two lists of tokens; more than any {@link Span} may leave open. */
    public static final int GAP = 100;

    /** The form-like field whose tokens are {@link Token#sentenceMark()}s. */
    public static final String SENTENCE_FIELD = "sentence";

    private final TokenList title;
    private final TokenList text;
    private final TokenList tags;
    private final Map<String, Set<String>> keywords;
    private final Map<String, Double> numbers;

    private Searchable(
            TokenList title,
            TokenList text,
            TokenList tags,
            Map<String, Set<String>> keywords,
            Map<String, Double> numbers) {
        this.title = title;
        this.text = text;
        this.tags = tags;
        this.keywords = keywords;
        this.numbers = numbers;
    }

    /** The view of one post. */
    public static Searchable of(Post post) {
        var title = post.title() == null ? List.<Token>of() : Tokenizer.tokenize(post.title());
        var text = Tokenizer.tokenize(post.text());
        var seen = new HashSet<String>();
        title.forEach(t -> addTag(t, seen));
        text.forEach(t -> addTag(t, seen));
        var tags = new ArrayList<Token>();
        int declared = 0;
        for (var hashtag : post.hashtags()) {
            var tokens = declaredTag(hashtag, declared);
            if (!tokens.isEmpty() && seen.add(tokens.get(0).accented())) {
                tags.addAll(tokens);
                declared++;
            }
        }
        var fields = new PostFields(post, List.of(title, text, tags));
        return new Searchable(
                new TokenList(title), new TokenList(text), new TokenList(tags), fields.keywords(), fields.numbers());
    }

    /**
     * The same post with values learnt later.
     *
     * @param keywords by field name, in normal form (lower case)
     * @param numbers by field name
     */
    public Searchable with(Map<String, Set<String>> keywords, Map<String, Double> numbers) {
        var allKeywords = new HashMap<>(this.keywords);
        allKeywords.putAll(keywords);
        var allNumbers = new HashMap<>(this.numbers);
        allNumbers.putAll(numbers);
        return new Searchable(title, text, tags, Map.copyOf(allKeywords), Map.copyOf(allNumbers));
    }

    /** The lists of tokens a zone consists of, in order, empty ones included; positions restart in each after {@link #GAP} free ones. */
    public List<List<Token>> lists(Zone zone) {
        return indexed(zone).stream().map(TokenList::tokens).toList();
    }

    /**
     * Values for position-aligned full-text fields: for each zone and form, and for sentence marks, one string of blank-separated
     * tokens per list. Names are {@code all.folded}, {@code title.exact}, {@code all.sentence} …
     */
    public Map<String, List<String>> tokenFields() {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var zone : Zone.values()) {
            for (var form : Form.values()) {
                fields.put(zone.field() + "." + form.field(), joined(zone, t -> t.form(form)));
            }
            fields.put(zone.field() + "." + SENTENCE_FIELD, joined(zone, Token::sentenceMark));
        }
        return fields;
    }

    /** Keys by field name ({@link Field#key()}); a keyword clause matches when its key is among them. */
    public Map<String, Set<String>> keywords() {
        return keywords;
    }

    /** Numbers by field name; dates in milliseconds since 1970. A missing one is unknown and matches no range. */
    public Map<String, Double> numbers() {
        return numbers;
    }

    /** The hashtags in title, text and declaration, lower case with accents, without {@code #}. */
    public Set<String> hashtags() {
        return lists(Zone.ANYWHERE).stream()
                .flatMap(List::stream)
                .filter(t -> t.kind() == Token.Kind.HASHTAG)
                .map(t -> t.accented().substring(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<TokenList> indexed(Zone zone) {
        return zone == Zone.TITLE ? List.of(title) : List.of(title, text, tags);
    }

    Set<String> keys(Field field) {
        return keywords.getOrDefault(field.key(), Set.of());
    }

    @Nullable
    Double number(Field field) {
        return numbers.get(field.key());
    }

    private List<String> joined(Zone zone, Function<Token, String> form) {
        return lists(zone).stream()
                .map(list -> list.stream().map(form).collect(Collectors.joining(" ")))
                .toList();
    }

    private static void addTag(Token token, Set<String> seen) {
        if (token.kind() == Token.Kind.HASHTAG) {
            seen.add(token.accented());
        }
    }

    /** The tokens of a declared hashtag, whatever blanks and sigils it was declared with; offsets are those of the declared string. */
    private static List<Token> declaredTag(String hashtag, int sentence) {
        var name = new StringBuilder("#");
        var bare = Names.withoutSigil(hashtag);
        bare.codePoints()
                .filter(cp -> cp == '_' || Character.isLetterOrDigit(cp) || Forms.isMark(cp))
                .forEach(name::appendCodePoint);
        var tokens = Tokenizer.tokenize(name.toString());
        if (tokens.isEmpty() || tokens.get(0).kind() != Token.Kind.HASHTAG) {
            return List.of();
        }
        return tokens.stream()
                .map(t -> new Token(t.folded(), t.accented(), t.exact(), 0, hashtag.length(), sentence, t.kind()))
                .toList();
    }
}
