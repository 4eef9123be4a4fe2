package vigie.local.queries;

/** The text of a file, which knows the line and column of each of its characters. */
record Source(String name, String text) {

    /** A place as editors name it: both count from 1, columns in characters (code points). */
    record Place(int line, int column) {}

    Place place(int offset) {
        int end = Math.min(offset, text.length());
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new Place(line, 1 + text.codePointCount(start, end));
    }
}
