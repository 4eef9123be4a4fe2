package vigie.ingest.matching;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import vigie.model.BrandMatch;
import vigie.model.HashtagHit;
import vigie.model.Mention;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.topic.DeadLetter;
import vigie.topic.Topics;

/**
 * Posts in, mentions and hashtag hits out, within the transaction the container has opened: read offsets and written records become
 * visible together or not at all.
 */
final class MatchingListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(MatchingListener.class);
    private static final String READER = "matching";

    private final QueryMatcher matcher;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final Deserializer<PostEvent> posts = Topics.POSTS.valueSerde().deserializer();
    private final Serializer<Mention> mentions = Topics.MENTIONS.valueSerde().serializer();
    private final Serializer<HashtagHit> hits = Topics.HASHTAG_HITS.valueSerde().serializer();

    MatchingListener(QueryMatcher matcher, KafkaOperations<byte[], byte[]> kafka) {
        this.matcher = matcher;
        this.kafka = kafka;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        for (var record : records) {
            var fault = match(record);
            if (fault != null) {
                log.warn("{}-{}@{} is put aside: {}", record.topic(), record.partition(), record.offset(), fault);
                send(new DeadLetter(record.topic(), record.partition(), record.offset(), READER, fault)
                        .record(record.key(), record.value()));
            }
        }
    }

    /** Returns why the record cannot be used, or null when it was. */
    private @Nullable String match(ConsumerRecord<byte[], byte[]> record) {
        var event = read(record.value());
        if (event == null) {
            return "cannot be read as a post event";
        }
        var causedAt = Instant.ofEpochMilli(record.timestamp());
        if (event instanceof PostEvent.Deleted) {
            say(new Mention(event.postId(), null, List.of(), event.arrivedAt(), causedAt, null, true, null));
            return null;
        }
        var post = Objects.requireNonNull(post(event));
        QueryMatcher.Matches matches;
        try {
            matches = matcher.match(post);
        } catch (RuntimeException e) {
            // a fault of ours on this one text must not hold up all others
            return "cannot be matched: " + e.getClass().getSimpleName();
        }
        if (event instanceof PostEvent.Rematched again) {
            // a hashtag's pace is about what happens now, and its past use was counted when it happened
            say(rematched(again, matches.brands(), causedAt));
            return null;
        }
        var told = matches.brands().isEmpty() ? null : post;
        say(new Mention(event.postId(), told, matches.brands(), event.arrivedAt(), causedAt));
        matches.hashtags().forEach((tag, brands) -> say(hit(tag, brands, post)));
        return null;
    }

    /** Always with the post: other brands, whose matches are not asked for, may speak of it. */
    private static Mention rematched(PostEvent.Rematched again, List<BrandMatch> all, Instant causedAt) {
        var only = again.brand();
        var asked = only == null
                ? all
                : all.stream().filter(match -> match.brand().equals(only)).toList();
        return new Mention(
                again.postId(), again.post(), asked, again.arrivedAt(), causedAt, again.version(), false, only);
    }

    private @Nullable PostEvent read(byte @Nullable [] value) {
        try {
            var event = value == null ? null : posts.deserialize(Topics.POSTS.name(), value);
            return isWhole(event) ? event : null;
        } catch (KafkaException | IllegalArgumentException | NullPointerException e) {
            return null;
        }
    }

    /** JSON may lack what the records' types promise. */
    private static boolean isWhole(@Nullable PostEvent event) {
        if (event instanceof PostEvent.Deleted deleted) {
            return deleted.platform() != null && deleted.id() != null && deleted.arrivedAt() != null;
        }
        if (event instanceof PostEvent.Rematched rematched && rematched.version() == null) {
            return false;
        }
        var post = event == null ? null : post(event);
        return post != null
                && event != null
                && event.arrivedAt() != null
                && post.id() != null
                && post.platform() != null
                && post.publishedAt() != null;
    }

    private static @Nullable Post post(PostEvent event) {
        if (event instanceof PostEvent.Published published) {
            return published.post();
        }
        if (event instanceof PostEvent.Rematched rematched) {
            return rematched.post();
        }
        return event instanceof PostEvent.Edited edited ? edited.post() : null;
    }

    private static HashtagHit hit(String tag, List<String> brands, Post post) {
        var author = post.author();
        return new HashtagHit(tag, post.postId(), brands, author == null ? null : author.id(), post.eventTime());
    }

    private void say(Mention mention) {
        var topic = Topics.MENTIONS.name();
        send(new ProducerRecord<>(topic, bytes(mention.postId()), mentions.serialize(topic, mention)));
    }

    private void say(HashtagHit hit) {
        var topic = Topics.HASHTAG_HITS.name();
        send(new ProducerRecord<>(topic, bytes(hit.hashtag()), hits.serialize(topic, hit)));
    }

    /** A failed send fails the commit, and with it the whole batch, which is then read again. */
    private void send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<?> unused = kafka.send(record);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
