package vigie.topic;

import java.time.Duration;
import java.util.List;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.AlertRule;
import vigie.model.AnalysedMention;
import vigie.model.AuditEntry;
import vigie.model.Brand;
import vigie.model.BrandLesson;
import vigie.model.BrandMood;
import vigie.model.BrandSentiment;
import vigie.model.BrandVersion;
import vigie.model.Consent;
import vigie.model.Correction;
import vigie.model.Engagement;
import vigie.model.HashtagHit;
import vigie.model.HashtagTrend;
import vigie.model.MatcherStatus;
import vigie.model.Mention;
import vigie.model.MentionNote;
import vigie.model.Notification;
import vigie.model.PostEvent;
import vigie.model.QuarantineDecision;
import vigie.model.Receiver;
import vigie.model.RematchRequest;
import vigie.model.RematchStatus;
import vigie.model.Route;
import vigie.model.RuleHistory;
import vigie.model.SavedView;
import vigie.model.SentimentSetting;
import vigie.model.Silence;
import vigie.model.SourceCursor;
import vigie.model.SourceOutages;
import vigie.model.SourceSpec;
import vigie.model.SourceStatus;
import vigie.model.StoryAnswer;
import vigie.model.StorySighting;

/** Every topic of Vigie. The key is said beside each. */
public final class Topics {

    /** People's words stay on Kafka no longer than this, so that an erasure is complete within the legal month. */
    public static final Duration WORDS = Duration.ofDays(30);

    private static final Duration DECISIONS = Duration.ofDays(400);

    /** Long enough for a service that was down over a long week-end to go on where it stopped. */
    private static final Duration ON_THE_WAY = Duration.ofDays(7);

    /** Key: post id. */
    public static final Topic<PostEvent> POSTS = words("posts", PostEvent.class);

    /** Key: post id. */
    public static final Topic<Engagement> ENGAGEMENTS = words("engagements", Engagement.class);

    /** Key: post id. */
    public static final Topic<Mention> MENTIONS = words("mentions", Mention.class);

    /** Key: hashtag. */
    public static final Topic<HashtagHit> HASHTAG_HITS = words("hashtag-hits", HashtagHit.class);

    /** Key: brand id. */
    public static final Topic<AnalysedMention> ANALYSED_MENTIONS = words("analysed-mentions", AnalysedMention.class);

    /** Key: brand id. */
    public static final Topic<HashtagTrend> HASHTAG_TRENDS = words("hashtag-trends", HashtagTrend.class);

    /** Key: post id. */
    public static final Topic<Correction> CORRECTIONS = words("corrections", Correction.class);

    /** Key: brand id. From the analysis to itself. */
    public static final Topic<StorySighting> STORY_SIGHTINGS =
            new Topic<>("story-sightings", StorySighting.class, ON_THE_WAY, false, true);

    /** Key: post id. From the analysis to itself. */
    public static final Topic<StoryAnswer> STORY_ANSWERS =
            new Topic<>("story-answers", StoryAnswer.class, ON_THE_WAY, false, true);

    /** Key: brand id. From the analysis to itself. */
    public static final Topic<BrandMood> BRAND_MOODS =
            new Topic<>("brand-moods", BrandMood.class, ON_THE_WAY, false, true);

    /** Key: brand id. From the analysis to itself. */
    public static final Topic<BrandLesson> BRAND_LESSONS =
            new Topic<>("brand-lessons", BrandLesson.class, ON_THE_WAY, false, true);

    /** Key: brand id. */
    public static final Topic<SentimentSetting> SENTIMENT_SETTINGS =
            new Topic<>("sentiment-settings", SentimentSetting.class, null, true, true);

    /** Key: brand id. */
    public static final Topic<BrandSentiment> BRAND_SENTIMENTS = table("brand-sentiments", BrandSentiment.class);

    /** Key: brand id. */
    public static final Topic<Alert> ALERTS = new Topic<>("alerts", Alert.class, DECISIONS, false, true);

    /** Key: brand id. */
    public static final Topic<AlertAction> ALERT_ACTIONS =
            new Topic<>("alert-actions", AlertAction.class, DECISIONS, false, true);

    /** Key: notification id. */
    public static final Topic<Notification> NOTIFICATIONS = table("notifications", Notification.class);

    /** Key: brand id. */
    public static final Topic<Brand> BRANDS = table("brands", Brand.class);

    /** Key: rule id. */
    public static final Topic<AlertRule> ALERT_RULES = table("alert-rules", AlertRule.class);

    /** Key: receiver id. */
    public static final Topic<Receiver> RECEIVERS = table("receivers", Receiver.class);

    /** Key: silence id. */
    public static final Topic<Silence> SILENCES = table("silences", Silence.class);

    /** Key: {@link Route#ROOT}. */
    public static final Topic<Route> ROUTES = table("routes", Route.class);

    /** Key: consent id. */
    public static final Topic<Consent> CONSENTS = table("consents", Consent.class);

    /** Key: instance of the matcher. */
    public static final Topic<MatcherStatus> MATCHER_STATUS = table("matcher-status", MatcherStatus.class);

    /** Key: source id. */
    public static final Topic<SourceStatus> SOURCE_STATUS = table("source-status", SourceStatus.class);

    /** Key: source id. */
    public static final Topic<SourceOutages> SOURCE_OUTAGES = table("source-outages", SourceOutages.class);

    /** Key: source id. */
    public static final Topic<SourceSpec> SOURCES = table("sources", SourceSpec.class);

    /** Key: source id. */
    public static final Topic<SourceCursor> SOURCE_CURSORS = table("source-cursors", SourceCursor.class);

    /** Key: brand id. */
    public static final Topic<AuditEntry> AUDIT_LOG = new Topic<>("audit-log", AuditEntry.class, null, false, false);

    /** Key: brand id. */
    public static final Topic<BrandVersion> BRAND_VERSIONS =
            new Topic<>("brand-versions", BrandVersion.class, null, false, false);

    /** Key: brand id. */
    public static final Topic<RematchRequest> REMATCH_REQUESTS = table("rematch-requests", RematchRequest.class);

    /** Key: brand id. */
    public static final Topic<RematchStatus> REMATCH_STATUS = table("rematch-status", RematchStatus.class);

    /** Key: brand id. Questions and their answers, of use to nobody once they are counted. */
    public static final Topic<RuleHistory> RULE_HISTORIES =
            new Topic<>("rule-histories", RuleHistory.class, Duration.ofDays(1), false, true);

    /** Key: dead letter. They stay as long as the letters. */
    public static final Topic<QuarantineDecision> QUARANTINE_DECISIONS =
            new Topic<>("quarantine-decisions", QuarantineDecision.class, WORDS, false, false);

    /** Key: mention id. */
    public static final Topic<MentionNote> MENTION_NOTES = table("mention-notes", MentionNote.class);

    /** Key: view id. */
    public static final Topic<SavedView> SAVED_VIEWS = table("saved-views", SavedView.class);

    public static final List<Topic<?>> ALL = List.of(
            POSTS,
            ENGAGEMENTS,
            MENTIONS,
            HASHTAG_HITS,
            ANALYSED_MENTIONS,
            HASHTAG_TRENDS,
            CORRECTIONS,
            STORY_SIGHTINGS,
            STORY_ANSWERS,
            BRAND_MOODS,
            BRAND_LESSONS,
            SENTIMENT_SETTINGS,
            BRAND_SENTIMENTS,
            ALERTS,
            ALERT_ACTIONS,
            NOTIFICATIONS,
            BRANDS,
            ALERT_RULES,
            RECEIVERS,
            SILENCES,
            ROUTES,
            CONSENTS,
            MATCHER_STATUS,
            SOURCE_STATUS,
            SOURCE_OUTAGES,
            SOURCES,
            SOURCE_CURSORS,
            AUDIT_LOG,
            BRAND_VERSIONS,
            REMATCH_REQUESTS,
            REMATCH_STATUS,
            RULE_HISTORIES,
            QUARANTINE_DECISIONS,
            MENTION_NOTES,
            SAVED_VIEWS);

    private Topics() {}

    private static <V> Topic<V> words(String name, Class<V> type) {
        return new Topic<>(name, type, WORDS, false, true);
    }

    private static <V> Topic<V> table(String name, Class<V> type) {
        return new Topic<>(name, type, null, true, false);
    }
}
