package vigie.alert.spike;

/** One model's say about one window: what it expects, and how high its surprise usually gets in a day. */
record Voice(NegativeBinomial usual, double surprise, double location, double scale) {

    static Voice of(Expectation model, Window window, long count) {
        var peaks = model.calibration(window);
        var surprise = model.surprise(window, count);
        peaks.see(surprise);
        return new Voice(model.in(window), surprise, peaks.location(), peaks.scale());
    }

    /** ln of the return period in days. */
    double z() {
        return (surprise - location) / scale;
    }

    /** {@link #z} had the count been another one. */
    double zOf(long count) {
        var s = count <= usual.mean() ? 0 : usual.surprise(count);
        return (s - location) / scale;
    }
}
