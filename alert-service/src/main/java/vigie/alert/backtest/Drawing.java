package vigie.alert.backtest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.alert.plain.Finding;
import vigie.alert.spike.FiveMinutes;
import vigie.alert.spike.Reading;

/** Points of a line while a walk goes over its buckets. */
final class Drawing {

    private final Pace pace;
    private final long from;
    private final long last;
    private final List<Point> points = new ArrayList<>();
    private @Nullable Point best;
    private boolean bestMet;

    Drawing(Pace pace, long from, long last) {
        this.pace = pace;
        this.from = from;
        this.last = last;
    }

    /** Windows side by side, so that the line strays around what is expected as counts do, and not above it. */
    void spike(long bucket, Reading reading) {
        if (!ends(bucket)) {
            return;
        }
        for (var window : reading.windows()) {
            if (window.window().wire().equals(pace.window())) {
                points.add(new Point(FiveMinutes.end(bucket), window.seen(), window.expected(), window.sd(), null));
            }
        }
    }

    /** Of each stretch the moment that says most, since a rule that looks at each of them tells at that one. */
    void plain(long bucket, long seen, Finding finding, boolean ofSilence) {
        if (bucket < from) {
            return;
        }
        var compares = finding.expected() > 0 || finding.sd() > 0;
        var hasLimit = finding.silentBelow() > 0 && !ofSilence;
        var point = new Point(
                FiveMinutes.end(bucket),
                seen,
                compares ? finding.expected() : null,
                compares ? finding.sd() : null,
                hasLimit ? finding.silentBelow() : null);
        var isMore = best == null || (ofSilence ? seen <= best.observed() : seen > best.observed());
        if (finding.met() == bestMet ? isMore : finding.met()) {
            best = point;
            bestMet = finding.met();
        }
        if (ends(bucket) && best != null) {
            points.add(best);
            best = null;
            bestMet = false;
        }
    }

    private boolean ends(long bucket) {
        return bucket >= from && ((bucket + 1) % pace.buckets() == 0 || bucket == last);
    }

    List<Point> points() {
        return points;
    }
}
