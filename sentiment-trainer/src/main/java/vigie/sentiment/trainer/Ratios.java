package vigie.sentiment.trainer;

/**
 * How much more often a feature stands in texts of a class than in others, as naive Bayes sees it: log ratio of smoothed shares,
 * presence only. Multiplied into the features before the linear classifier (Wang and Manning, "Baselines and Bigrams", ACL 2012).
 *
 * @param shared by feature, over all languages
 * @param own by language and feature
 */
record Ratios(float[] shared, float[][] own) {
    private static final double SMOOTHING = 1;

    static Ratios of(Corpus corpus, int[] rows, int languages, int label) {
        int size = corpus.keys.length;
        var inClass = new int[languages + 1][size];
        var outside = new int[languages + 1][size];
        for (int row : rows) {
            int[][] counts = corpus.labels[row] == label ? inClass : outside;
            int[] own = counts[corpus.languages[row]];
            int[] shared = counts[languages];
            for (int feature : corpus.features[row]) {
                own[feature]++;
                shared[feature]++;
            }
        }
        var ratios = new float[languages + 1][];
        for (int l = 0; l <= languages; l++) {
            ratios[l] = ratio(inClass[l], outside[l]);
        }
        var own = new float[languages][];
        System.arraycopy(ratios, 0, own, 0, languages);
        return new Ratios(ratios[languages], own);
    }

    private static float[] ratio(int[] inClass, int[] outside) {
        double in = 0;
        double out = 0;
        for (int f = 0; f < inClass.length; f++) {
            in += SMOOTHING + inClass[f];
            out += SMOOTHING + outside[f];
        }
        var ratio = new float[inClass.length];
        for (int f = 0; f < ratio.length; f++) {
            ratio[f] = (float) Math.log((SMOOTHING + inClass[f]) / in * (out / (SMOOTHING + outside[f])));
        }
        return ratio;
    }
}
