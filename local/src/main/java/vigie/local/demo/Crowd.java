package vigie.local.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vigie.model.Author;
import vigie.model.EngagementCounts;

/** The made-up people who speak, with as many followers as people have: few have many. */
final class Crowd {

    static final int SIZE = 900;

    private static final List<String> FIRST = List.of(
            "lea", "hugo", "ines", "marc", "jade", "tom", "emma", "nora", "paul", "zoe", "sam", "amir", "chloe",
            "louis", "sofia", "max", "anna", "theo", "lina", "oscar");
    private static final List<String> LAST = List.of(
            "leroy",
            "morel",
            "petit",
            "garnier",
            "kerlo",
            "baker",
            "reed",
            "lane",
            "costa",
            "dubreuil",
            "hale",
            "fontan",
            "moss",
            "vidal",
            "breton");
    private static final List<String> PLACES =
            List.of("Rennes", "Nantes", "Lyon", "Paris", "Lille", "Leeds", "Bristol", "London", "Bordeaux", "Brest");

    private Crowd() {}

    static Author member(int number) {
        var random = new SplittableRandom(0x5eedL + number);
        var handle = Sentences.pick(FIRST, random) + "_" + Sentences.pick(LAST, random) + number % 97;
        long followers = Math.round(Math.exp(4.6 + 1.5 * gaussian(random)));
        return new Author("demo-" + number, handle, null, followers, Sentences.pick(PLACES, random));
    }

    static Author anyone(RandomGenerator random) {
        return member(random.nextInt(SIZE));
    }

    static Author influencer() {
        return new Author("demo-influencer", "camille_en_route", "Camille en route", 480_000L, "Rennes");
    }

    /** Counters a post of this author has gathered after a while. */
    static EngagementCounts gathered(Author author, double heat, RandomGenerator random) {
        long followers = author.followers() == null ? 100 : author.followers();
        double reach = heat * Math.sqrt(followers) * -Math.log(1 - random.nextDouble());
        return new EngagementCounts(
                Math.round(reach * 0.5), Math.round(reach * 0.08), Math.round(reach * 0.12), Math.round(reach * 40));
    }

    private static double gaussian(RandomGenerator random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
