package vigie.local.queries;

import vigie.local.queries.Source.Place;

/** Something wrong (or, as a warning, doubtful) with the file around the queries. */
record Fault(Source source, int at, boolean error, String en, String fr) {

    Place place() {
        return source.place(at);
    }

    String message(String language) {
        return language.equals("fr") ? fr : en;
    }
}
