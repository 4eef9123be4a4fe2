package vigie.analysis.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.analysis.virality.SourcePace;
import vigie.model.AnalysedMention;

/** What one record makes of a post: the state to keep and the mentions to say. */
record Turn(Entry entry, SourcePace pace, List<AnalysedMention> said) {

    Turn {
        said = List.copyOf(said);
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
