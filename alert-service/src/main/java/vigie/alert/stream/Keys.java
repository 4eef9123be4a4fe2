package vigie.alert.stream;

/** Keys of the stores: brand, metric, bucket, so that what belongs together lies together, in the order of time. */
final class Keys {

    private static final char SEPARATOR = '\0';
    private static final char AFTER_SEPARATOR = '\1';
    private static final int BUCKET_DIGITS = 8;

    private Keys() {}

    static String of(String brand, String part) {
        return brand + SEPARATOR + part;
    }

    static String bucket(String series, long bucket) {
        return series + SEPARATOR + hex(bucket);
    }

    static String hex(long bucket) {
        return String.format("%08x", bucket);
    }

    /** The bucket at the end of a key. */
    static long bucketOf(String key) {
        return Long.parseLong(key.substring(key.length() - BUCKET_DIGITS), 16);
    }

    /** The series before the bucket at the end of a key. */
    static Series seriesOf(String key) {
        return Series.of(key.substring(0, key.length() - BUCKET_DIGITS - 1));
    }

    /** First possible key below a prefix. */
    static String first(String prefix) {
        return prefix + SEPARATOR;
    }

    /** After every key below a prefix. */
    static String last(String prefix) {
        return prefix + AFTER_SEPARATOR;
    }
}
