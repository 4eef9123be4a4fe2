package vigie.analysis.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.analysis.virality.SourcePace;
import vigie.model.AnalysedMention;
import vigie.model.StorySighting;

/** What one record makes of a post: the state to keep, the mentions to say, and for which brands to ask whose story it tells. */
record Turn(Entry entry, SourcePace pace, List<AnalysedMention> said, List<StorySighting> asked) {

    Turn {
        said = List.copyOf(said);
        asked = List.copyOf(asked);
    }

    Turn(Entry entry, SourcePace pace, List<AnalysedMention> said) {
        this(entry, pace, said, List.of());
    }

    Turn asking(List<StorySighting> sightings) {
        return new Turn(entry, pace, said, sightings);
    }

    /** What is kept of a post; the words only while at least one brand is concerned. */
    record Entry(String postId, PostState state, @Nullable Judged words) {
        static Entry unknown(String postId) {
            return new Entry(postId, PostState.NEW, null);
        }

        Entry with(PostState other) {
            return new Entry(postId, other, words);
        }
    }
}
