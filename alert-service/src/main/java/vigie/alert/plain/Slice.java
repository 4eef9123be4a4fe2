package vigie.alert.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.AlertRule;
import vigie.model.AnalysedMention;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.SentimentLabel;
import vigie.query.Evaluator;
import vigie.query.Field;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;
import vigie.query.Searchable;

/**
 * Which of a brand's mentions a rule counts, when not all of them: those of a scope, with words of a crisis, or seen by many. Rules that
 * narrow alike share one slice, and so its counts.
 */
public final class Slice {

    private static final int KEY_DIGITS = 16;

    private final String key;
    private final List<String> platforms;
    private final List<String> languages;
    private final List<Query> queries;
    private final @Nullable Double reach;

    private Slice(
            String key, List<String> platforms, List<String> languages, List<Query> queries, @Nullable Double reach) {
        this.key = key;
        this.platforms = platforms;
        this.languages = languages;
        this.queries = queries;
        this.reach = reach;
    }

    /** The slice of a rule; empty when it counts all there is. A query that can no longer be read matches nothing. */
    public static Optional<Slice> of(AlertRule rule) {
        var scope = rule.scope() == null ? new AlertRule.Scope(null, List.of(), List.of()) : rule.scope();
        var kind = Kind.of(rule.kind());
        var texts = new ArrayList<String>();
        if (scope.query() != null) {
            texts.add(scope.query());
        }
        if (kind.equals(Optional.of(Kind.KEYWORD))) {
            texts.add(Lexicon.query(rule.lexicon(), rule.words()));
        }
        var reach = kind.equals(Optional.of(Kind.REACH)) ? Double.valueOf(Kind.REACH.thresholdOf(rule)) : null;
        if (texts.isEmpty()
                && reach == null
                && scope.platforms().isEmpty()
                && scope.languages().isEmpty()) {
            return Optional.empty();
        }
        var key = PostId.hash(texts + "\n" + scope.platforms() + "\n" + scope.languages() + "\n" + reach)
                .substring(0, KEY_DIGITS);
        var queries = new ArrayList<Query>();
        for (var text : texts) {
            var query = QueryParser.parse(text, Scope.SEARCH).query();
            if (query == null) {
                return Optional.of(new Slice(key, List.of(""), List.of(), List.of(), null));
            }
            queries.add(query);
        }
        return Optional.of(new Slice(key, scope.platforms(), scope.languages(), queries, reach));
    }

    /** The key of a rule's slice, the same for all rules that narrow alike; empty when it counts all there is. */
    public String key() {
        return key;
    }

    /** Whether it looks at what changes while a mention spreads. */
    public boolean ofReach() {
        return reach != null;
    }

    /** Whether it counts a mention. */
    public boolean holds(View view) {
        var mention = view.mention;
        var post = mention.post();
        if (post == null
                || !(platforms.isEmpty() || platforms.contains(post.platform()))
                || !(languages.isEmpty() || languages.contains(mention.lang()))) {
            return false;
        }
        if (reach != null
                && !(mention.sentiment().label() == SentimentLabel.NEGATIVE
                        && (mention.reach().high() >= reach
                                || mention.virality().score() >= Kind.FAST))) {
            return false;
        }
        if (queries.isEmpty()) {
            return true;
        }
        var searchable = view.searchable(post);
        return queries.stream().allMatch(query -> Evaluator.matches(query, searchable));
    }

    /** A mention as slices see it; its words are found once, however many slices ask. */
    public static final class View {

        private final AnalysedMention mention;
        private @Nullable Searchable searchable;

        public View(AnalysedMention mention) {
            this.mention = mention;
        }

        private Searchable searchable(Post post) {
            var known = searchable;
            if (known == null) {
                known = of(mention, post);
                searchable = known;
            }
            return known;
        }

        /** The post with what is known of it by now, so that a scope may ask for sentiment, reach and the like. */
        private static Searchable of(AnalysedMention mention, Post post) {
            var keys = new HashMap<String, Set<String>>();
            keys.put(Field.SENTIMENT.key(), Set.of(mention.sentiment().label().wire()));
            keys.put(Field.LANG.key(), Set.of(mention.lang()));
            var story = mention.story();
            if (story != null) {
                keys.put(Field.STORY.key(), Set.of(story));
            }
            var numbers = new HashMap<String, Double>();
            numbers.put(Field.REACH.key(), (double) mention.reach().high());
            numbers.put(Field.VIRALITY.key(), mention.virality().score());
            return Searchable.of(post).with(keys, numbers);
        }
    }
}
