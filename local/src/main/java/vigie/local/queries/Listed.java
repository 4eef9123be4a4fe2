package vigie.local.queries;

import org.jspecify.annotations.Nullable;

/**
 * A query as it stands in a file.
 *
 * @param places offset in the file of each character of the query and of its end
 */
record Listed(
        Source source, @Nullable String brand, @Nullable String id, String query, int[] places) {

    static Listed plain(Source source, int start, int end) {
        var places = new int[end - start + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = start + i;
        }
        return new Listed(source, null, null, source.text().substring(start, end), places);
    }

    Source.Place place(int position) {
        return source.place(places[Math.min(position, query.length())]);
    }

    /** What people call it: brand and id as far as the file has them, else its line. */
    String called() {
        var own = id == null ? String.valueOf(place(0).line()) : id;
        return brand == null ? own : brand + "/" + own;
    }
}
