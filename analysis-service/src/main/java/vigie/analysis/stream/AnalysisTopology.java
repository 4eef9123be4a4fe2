package vigie.analysis.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import vigie.analysis.sentiment.Tunings;
import vigie.analysis.story.Shelves;
import vigie.analysis.virality.SourcePace;
import vigie.analysis.virality.ViralitySettings;
import vigie.json.JsonSerde;
import vigie.model.BrandLesson;
import vigie.model.BrandMood;
import vigie.topic.Topic;
import vigie.topic.Topics;

/**
 * Wires topics, processors and stores. Posts are keyed by post and go out by brand; what stories they tell is looked up where it is
 * known, asked by brand and answered by post, so that no mention waits for the answer. Hashtags are keyed by hashtag, go out by brand and share nothing with them.
 */
final class AnalysisTopology {

    /** What was deleted leaves the changelog within days, so that an erasure is complete there too. */
    private static final Map<String, String> SOON_FORGOTTEN = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG, "86400000",
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "86400000");

    private AnalysisTopology() {}

    static Topology of(
            Judge judge,
            ViralitySettings virality,
            Retention retention,
            Shelves.Limits stories,
            TuningSettings tuning,
            Tunings tunings) {
        return of(judge, virality, retention, stories, tuning, tunings, new KnownStories());
    }

    static Topology of(
            Judge judge,
            ViralitySettings virality,
            Retention retention,
            Shelves.Limits stories,
            TuningSettings tuning,
            Tunings tunings,
            KnownStories known) {
        var topology = new Topology();
        source(topology, Topics.MENTIONS);
        source(topology, Topics.ENGAGEMENTS);
        source(topology, Topics.CORRECTIONS);
        source(topology, Topics.STORY_ANSWERS);
        ProcessorSupplier<String, Object, String, Object> posts =
                () -> new PostProcessor(new PostLedger(judge, virality, retention, tunings, known), tunings, tuning);
        topology.addProcessor(
                "judge",
                posts,
                Topics.MENTIONS.name(),
                Topics.ENGAGEMENTS.name(),
                Topics.CORRECTIONS.name(),
                Topics.STORY_ANSWERS.name());
        topology.addStateStore(store(PostProcessor.POSTS, new Kept.KeptSerde()), "judge");
        topology.addStateStore(
                store(PostProcessor.WORDS, Packed.of(Judged.class)).withLoggingEnabled(SOON_FORGOTTEN), "judge");
        topology.addStateStore(
                store(PostProcessor.PACES, Packed.of(SourcePace.class)).withCachingEnabled(), "judge");
        sink(topology, Topics.ANALYSED_MENTIONS, "judge");
        sink(topology, Topics.STORY_SIGHTINGS, "judge");
        topology.addStateStore(store(PostProcessor.MOODS, Serdes.ByteArray()).withCachingEnabled(), "judge");
        topology.addStateStore(store(PostProcessor.REREAD, Serdes.Long()), "judge");
        sink(topology, Topics.BRAND_MOODS, "judge");
        sink(topology, Topics.BRAND_LESSONS, "judge");

        source(topology, Topics.HASHTAG_HITS);
        topology.addProcessor("pace", () -> new HashtagProcessor(retention.words()), Topics.HASHTAG_HITS.name());
        topology.addStateStore(
                store(HashtagProcessor.HASHTAGS, JsonSerde.of(HashtagState.class))
                        .withCachingEnabled(),
                "pace");
        topology.addStateStore(store(HashtagProcessor.POSTS, Serdes.Long()), "pace");
        sink(topology, Topics.HASHTAG_TRENDS, "pace");

        // parts are numbered by the names of their sources: later ones come after those whose state lies on disk
        // already
        source(topology, Topics.STORY_SIGHTINGS);
        topology.addProcessor("gather", () -> new StoryProcessor(stories, known), Topics.STORY_SIGHTINGS.name());
        topology.addStateStore(
                store(StoryProcessor.STORIES, Serdes.ByteArray()).withLoggingEnabled(SOON_FORGOTTEN), "gather");
        sink(topology, Topics.STORY_ANSWERS, "gather");

        for (var topic : List.of(Topics.BRAND_MOODS, Topics.BRAND_LESSONS, Topics.SENTIMENT_SETTINGS)) {
            topology.addSource(
                    "with-" + topic.name(), topic.keySerde().deserializer(), Reading.of(topic), topic.name());
        }
        topology.addProcessor(
                "learn",
                () -> new BrandProcessor(tuning),
                "with-" + Topics.BRAND_MOODS.name(),
                "with-" + Topics.BRAND_LESSONS.name(),
                "with-" + Topics.SENTIMENT_SETTINGS.name());
        topology.addStateStore(store(BrandProcessor.PARTS, JsonSerde.of(BrandMood.class)), "learn");
        topology.addStateStore(
                store(BrandProcessor.LESSONS, JsonSerde.of(BrandLesson.class)).withLoggingEnabled(SOON_FORGOTTEN),
                "learn");
        topology.addStateStore(store(BrandProcessor.LORE, JsonSerde.of(Lore.class)), "learn");
        sink(topology, Topics.BRAND_SENTIMENTS, "learn");
        return topology;
    }

    private static void source(Topology topology, Topic<?> topic) {
        topology.addSource(topic.name(), topic.keySerde().deserializer(), Reading.of(topic), topic.name());
    }

    private static <V> void sink(Topology topology, Topic<V> topic, String from) {
        topology.addSink(
                "to-" + topic.name(),
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                from);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
