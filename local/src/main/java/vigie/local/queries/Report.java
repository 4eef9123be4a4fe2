package vigie.local.queries;

import java.util.List;

/**
 * Everything a check found.
 *
 * @param texts how many sample texts were tried; −1 when none were given
 */
record Report(List<Fault> faults, List<Checked> queries, int texts) {

    long errors() {
        return faults.stream().filter(Fault::error).count()
                + queries.stream().mapToLong(q -> q.parsed().errors().size()).sum();
    }

    long warnings() {
        return faults.stream().filter(f -> !f.error()).count()
                + queries.stream().mapToLong(q -> q.parsed().warnings().size()).sum();
    }
}
