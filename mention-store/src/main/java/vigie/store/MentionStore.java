package vigie.store;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * The one door to Elasticsearch: everything written to it and everything asked of it.
 *
 * <p>Opening does not need a running server; index templates are put in place before the first write or by the first {@link #ready}
 * that gets through. Every method may throw {@link StoreUnavailable}; questions may throw {@link RefusedRequest}. Safe for use by
 * several threads.
 */
public final class MentionStore implements AutoCloseable {

    private final Elastic elastic;
    private final Indices indices;
    private final BulkWriter writer;
    private final MentionReader mentions;
    private final PostReader posts;
    private final PostWalk walk;
    private final Statistics statistics;
    private final FineCounts fineCounts;
    private final EmergingTerms emerging;
    private final HashtagStatistics hashtags;
    private final AuthorStatistics authors;
    private final AudienceStatistics audience;
    private final StoryStatistics stories;
    private final AlertReader alerts;
    private final Eraser eraser;

    private MentionStore(StoreSettings settings) {
        elastic = new Elastic(settings);
        indices = new Indices(elastic, settings);
        writer = new BulkWriter(elastic, indices);
        mentions = new MentionReader(elastic, indices);
        posts = new PostReader(elastic, indices);
        walk = new PostWalk(elastic, indices);
        statistics = new Statistics(elastic, indices);
        fineCounts = new FineCounts(elastic, indices);
        emerging = new EmergingTerms(elastic, indices);
        hashtags = new HashtagStatistics(elastic, indices, statistics);
        authors = new AuthorStatistics(elastic, indices);
        audience = new AudienceStatistics(elastic, indices);
        stories = new StoryStatistics(elastic, indices);
        alerts = new AlertReader(elastic, indices);
        eraser = new Eraser(elastic, indices);
    }

    public static MentionStore open(StoreSettings settings) {
        return new MentionStore(settings);
    }

    /** Whether it can be read and written now. Also puts the index templates in place. */
    public boolean ready() {
        return indices.ready();
    }

    /**
     * Writes a batch and says what became of each item, in the same order. Mentions and posts can be searched within about a second,
     * alerts at once.
     *
     * @throws StoreUnavailable when the batch could not be written as a whole now; writing it again later is harmless
     */
    public BulkResult bulk(List<StoreWrite> writes) {
        return writer.write(writes);
    }

    /** Makes everything written so far searchable now instead of within a second. */
    public void refresh() {
        indices.refresh();
    }

    /** @param size 1 to 1,000; {@code cursor} as a page gave it, absent for the first */
    public MentionPage page(MentionFilter filter, MentionSort sort, int size, @Nullable String cursor) {
        return mentions.page(filter, sort, size, cursor);
    }

    public Optional<StoredMention> mention(String mentionId) {
        return mentions.mention(mentionId);
    }

    /** With the period before and the incidents open now; in the period before, those open when it ended. */
    public Summary summary(MentionFilter filter) {
        var before = statistics.summary(filter.before()).with(alerts.openAt(filter.brands(), filter.from()), null);
        return statistics.summary(filter).with(alerts.open(filter.brands()), before);
    }

    /**
     * @param interval {@code 5m}, {@code 1h} or {@code 1d}
     * @param zone where days begin; five minutes and hours are cut in UTC
     */
    public Timeline timeline(MentionFilter filter, String interval, ZoneId zone) {
        return statistics.timeline(filter, interval, zone);
    }

    /**
     * How many mentions there were in each step of the period, the first being the one that holds its beginning. Much cheaper than a
     * {@link #timeline} where nothing but the number is needed.
     *
     * @param step counted from the epoch; no more than 65,000 of them
     */
    public long[] counts(MentionFilter filter, Duration step) {
        return fineCounts.of(filter, step);
    }

    /** @param size how many values, 1 to 1,000 */
    public Breakdown breakdown(MentionFilter filter, Dimension by, int size) {
        return statistics.breakdown(filter, by, size);
    }

    /**
     * Who speaks of the brands.
     *
     * @param role only these; {@code null} is everybody
     * @param size how many accounts, 1 to 100
     */
    public Authors authors(MentionFilter filter, Authors.Order order, Authors.@Nullable Role role, int size) {
        return authors.of(filter, order, role, size);
    }

    /** Whom the mentions may have reached, and what that is computed from. */
    public Audience audience(MentionFilter filter) {
        return audience.of(filter);
    }

    /** @param size how many hashtags, 1 to 50 */
    public Hashtags hashtags(MentionFilter filter, Hashtags.Order order, int size) {
        return hashtags.of(filter, order, size);
    }

    /**
     * The stories most told, or spreading fastest.
     *
     * @param size how many, 1 to 100
     * @param now how fast they spread is as of now, or as of the period's end where that is earlier
     */
    public TopStories stories(MentionFilter filter, TopStories.Order order, int size, Instant now) {
        return stories.top(filter, order, size, now);
    }

    public ShareOfVoice shareOfVoice(MentionFilter filter) {
        return statistics.shareOfVoice(filter);
    }

    /**
     * Words of the period that these brands' four weeks before it hardly know; nothing when there was no talk of them then.
     *
     * @param size how many words, 1 to 100
     */
    public Emerging emerging(MentionFilter filter, int size) {
        return emerging.of(filter, size);
    }

    /**
     * What a query would have caught among the accepted posts, matched by a brand or not.
     *
     * @param from event time, inclusive
     * @param samples how many to show, 0 to 1,000
     */
    public PostSample postsMatching(vigie.query.Query query, Instant from, int samples) {
        return posts.matching(QueryCompiler.compile(query), from, samples);
    }

    /**
     * Accepted posts, whole, newest first.
     *
     * @param size 1 to 1,000; {@code cursor} as a page gave it, absent for the first
     */
    public PostPage posts(PostFilter filter, int size, @Nullable String cursor) {
        return walk.page(filter, size, cursor);
    }

    /** Those of these posts that are stored, in no order; at most 1,000 at once. */
    public List<StoredPost> postsById(Collection<String> postIds) {
        return walk.byId(postIds);
    }

    /** Those of these mentions that there are, in no order; at most 1,000 at once. */
    public List<StoredMention> mentionsById(Collection<String> mentionIds) {
        return mentions.byId(mentionIds);
    }

    /** The newest accepted posts, matched or not. */
    PostSample newestPosts(Instant from, int size) {
        return posts.matching(Query.of(q -> q.matchAll(m -> m)), from, size);
    }

    /** @param size 1 to 1,000; {@code cursor} as a page gave it, absent for the first */
    public AlertPage alerts(AlertFilter filter, int size, @Nullable String cursor) {
        return alerts.page(filter, size, cursor);
    }

    public Optional<Alert> alert(String alertId) {
        return alerts.alert(alertId);
    }

    /**
     * Removes a brand's mentions and alerts.
     *
     * @param at the moment of the decision; writes caused before it stay without effect
     */
    public Erased deleteBrand(String brand, Instant at) {
        return eraser.brand(brand, at);
    }

    /** Removes everything an account said, for its right to be forgotten; {@code at} as in {@link #deleteBrand}. */
    public Erased deleteAuthor(String platform, String authorId, Instant at) {
        return eraser.author(platform, authorId, at);
    }

    /** Removes one post and its mentions; {@code postId} is {@code platform:nativeId}. */
    public Erased deletePost(String postId, Instant at) {
        return eraser.post(postId, at);
    }

    @Override
    public void close() {
        elastic.close();
    }
}
