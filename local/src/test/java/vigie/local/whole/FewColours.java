package vigie.local.whole;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A picture of 256 of its colours takes half the room, and of a page nobody sees the difference. */
final class FewColours {

    private static final int MOST = 256;

    /** A square of a distance: what is further from all others has a meaning of its own, such as a small green dot. */
    private static final int APART = 1_000;

    private FewColours() {}

    /** The colours of a picture, the commonest first. */
    static List<Integer> of(BufferedImage picture) {
        return IntStream.of(pixels(picture))
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static BufferedImage in(BufferedImage picture) {
        var all = of(picture);
        var kept = kept(all);
        var places = all.stream().collect(Collectors.toMap(Function.identity(), colour -> nearest(colour, kept)));
        var model = new IndexColorModel(
                8, kept.size(), kept.stream().mapToInt(Integer::intValue).toArray(), 0, false, -1, 0);
        var few = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var raster = few.getRaster();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                raster.setSample(x, y, 0, places.get(picture.getRGB(x, y)));
            }
        }
        return few;
    }

    /** Some that stand apart, then the commonest. */
    private static List<Integer> kept(List<Integer> all) {
        var apart = new ArrayList<Integer>();
        for (var colour : all) {
            if (apart.size() < MOST / 2 && apart.stream().allMatch(other -> distance(colour, other) > APART)) {
                apart.add(colour);
            }
        }
        return Stream.concat(apart.stream(), all.stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static int nearest(int colour, List<Integer> kept) {
        return IntStream.range(0, kept.size())
                .boxed()
                .min(Comparator.comparingInt(i -> distance(colour, kept.get(i))))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> ((one >> shift) & 0xff) - ((other >> shift) & 0xff))
                .map(d -> d * d)
                .sum();
    }
}
