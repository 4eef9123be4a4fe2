package vigie.local.queries;

import java.util.List;

/** A value of a JSON or YAML file that remembers where it stands. */
sealed interface Node {

    /** Where it begins, as an offset in the file. */
    int at();

    /** Text, number, truth value or nothing. */
    record Scalar(String text, boolean isText, int at) implements Node {}

    record Sequence(List<Node> items, int at) implements Node {}

    record Mapping(List<Entry> entries, int at) implements Node {}

    /** One key of a mapping and what belongs to it. */
    record Entry(String key, int at, Node value) {}
}
