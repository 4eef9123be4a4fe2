package vigie.alert.backtest;

import java.util.List;

/**
 * What a rule would have done over a recording.
 *
 * @param window what the points of the line count over
 */
public record Outcome(List<Incident> incidents, String window, List<Point> line) {

    public Outcome {
        incidents = List.copyOf(incidents);
        line = List.copyOf(line);
    }
}
