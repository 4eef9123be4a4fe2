package vigie.ingest.push;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** The items of one request: those that can be taken and those that cannot. */
final class Batch<T> {

    private final Function<JsonNode, T> reader;
    private final int limit;
    private final List<T> accepted = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    /** @param reader throws {@link Refused} for what it cannot take */
    Batch(Function<JsonNode, T> reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    void add(JsonNode item) {
        int index = next();
        try {
            accepted.add(reader.apply(item));
        } catch (Refused e) {
            rejected.add(new Rejected(index, e.field(), e.error()));
        }
    }

    void reject(String error) {
        rejected.add(new Rejected(next(), "", error));
    }

    private int next() {
        int index = accepted.size() + rejected.size();
        if (index >= limit) {
            throw Refusals.of(HttpStatus.CONTENT_TOO_LARGE, "more than " + limit + " items in one request; send fewer");
        }
        return index;
    }

    List<T> accepted() {
        return accepted;
    }

    List<Rejected> rejected() {
        return rejected;
    }
}
