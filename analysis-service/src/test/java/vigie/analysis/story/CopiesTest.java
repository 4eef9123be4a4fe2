package vigie.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.Post;

/** How well copies are told from other texts, over a set of invented ones. */
class CopiesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final List<List<String>> TEMPLATES = List.of(
            List.of(
                    "I liked a video by @clips: {word} {word} in {place} with {name} {word}",
                    "Just checked in at the station of {place} with {name} and {number} others",
                    "Service update: the {number} from {place} to {place} is {number} minutes late due to a technical problem",
                    "We are hiring a {word} driver in {place}, contact {name} before {day} for details",
                    "Good morning {place}! It is {number} degrees, wind {number} km/h, have a nice {day} everybody",
                    "My week in numbers: {number} new followers, {number} unfollowers, {number} mentions, says the robot",
                    "Now playing {word} {word} by {name} on radio {place}, request line open until midnight",
                    "{name} scored {number} points for {place} against {place} on {day}, what a match that was"),
            List.of(
                    "J'aime une vidéo de @clips : {word} {word} à {place} avec {name} {word}",
                    "Je suis à la gare de {place} avec {name} et {number} autres voyageurs",
                    "Info trafic : le {number} de {place} à {place} a {number} minutes de retard à cause d'un incident technique",
                    "Nous recrutons un conducteur {word} à {place}, contactez {name} avant {day} pour les détails",
                    "Bonjour {place} ! Il fait {number} degrés, vent à {number} km/h, bon {day} à toutes et tous",
                    "Ma semaine en chiffres : {number} nouveaux abonnés, {number} partis, {number} mentions, dit le robot",
                    "En ce moment {word} {word} par {name} sur radio {place}, vos demandes jusqu'à minuit",
                    "{name} marque {number} points pour {place} contre {place} ce {day}, quel match c'était"));

    private static final List<String> CHEERS = List.of(
            "thank you so much @acme",
            "so true",
            "best ever @acme !!",
            "merci beaucoup @acme",
            "bravo à toute l'équipe",
            "+1");

    /** @param edit {@code null} for a text that copies nothing */
    private record Told(int story, Edits edit, Post post) {}

    private final Random random = new Random(20260301);
    private final Newsroom news = new Newsroom(random);
    private final List<Told> told = new ArrayList<>();

    /** First the originals, then, in any order, their copies and what only looks like one. */
    private void invent() {
        var later = new ArrayList<Told>();
        for (int i = 0; i < 240; i++) {
            var language = i % 2;
            var sentences = List.of(1, 1, 2, 4, 8, 20).get(i / 2 % 6);
            var text = news.text(language, sentences);
            add(told, null, text);
            var story = told.size() - 1;
            for (var edit : Edits.values()) {
                if (edit.suits(sentences)) {
                    later.add(new Told(story, edit, post(edit.of(text, language, news, random))));
                }
            }
        }
        for (int i = 0; i < 60; i++) {
            for (int language = 0; language < 2; language++) {
                for (var template : TEMPLATES.get(language)) {
                    add(later, null, news.filled(template, language));
                }
            }
        }
        CHEERS.forEach(cheer -> add(later, null, cheer));
        CHEERS.forEach(cheer -> add(later, null, cheer));
        Collections.shuffle(later, random);
        told.addAll(later);
    }

    private int posts;

    private void add(List<Told> to, Edits edit, String text) {
        to.add(new Told(to == told ? told.size() : 1_000_000 + posts, edit, post(text)));
    }

    private Post post(String text) {
        return Post.of("x", "" + posts++, NOON, text);
    }

    private Map<String, List<Told>> clusters() {
        var shelves = new Shelves(new Shelves.Limits(20_000, 30_000, Duration.ofDays(14)));
        var clusters = new HashMap<String, List<Told>>();
        for (var t : told) {
            var telling = Stories.told(t.post());
            var story =
                    telling.isComparable() ? shelves.place("acme", telling, 0).story() : telling.story();
            clusters.computeIfAbsent(story, s -> new ArrayList<>()).add(t);
        }
        return clusters;
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    private record Quality(double precision, double recall) {}

    private Quality quality(Map<String, List<Told>> clusters) {
        long together = 0;
        long right = 0;
        var sizes = new HashMap<Integer, Long>();
        for (var cluster : clusters.values()) {
            together += pairs(cluster.size());
            var byStory = new HashMap<Integer, Long>();
            cluster.forEach(t -> byStory.merge(t.story(), 1L, Long::sum));
            right += byStory.values().stream().mapToLong(CopiesTest::pairs).sum();
            byStory.forEach((story, n) -> sizes.merge(story, n, Long::sum));
        }
        var all = sizes.values().stream().mapToLong(CopiesTest::pairs).sum();
        return new Quality((double) right / together, (double) right / all);
    }

    private Map<Edits, Double> found(Map<String, List<Told>> clusters) {
        var storyOf = new HashMap<String, String>();
        clusters.forEach(
                (story, cluster) -> cluster.forEach(t -> storyOf.put(t.post().id(), story)));
        var first = new HashMap<Integer, String>();
        told.stream()
                .filter(t -> t.edit() == null)
                .forEach(t -> first.put(t.story(), storyOf.get(t.post().id())));
        var hits = new EnumMap<Edits, int[]>(Edits.class);
        told.stream().filter(t -> t.edit() != null).forEach(t -> {
            var n = hits.computeIfAbsent(t.edit(), e -> new int[2]);
            n[0] += storyOf.get(t.post().id()).equals(first.get(t.story())) ? 1 : 0;
            n[1]++;
        });
        var shares = new EnumMap<Edits, Double>(Edits.class);
        hits.forEach((edit, n) -> shares.put(edit, (double) n[0] / n[1]));
        return shares;
    }

    @Test
    void copiesAreFoundAndOtherTextsAreNot() {
        invent();
        var clusters = clusters();
        assertThat(quality(clusters)).satisfies(quality -> {
            assertThat(quality.precision()).isGreaterThanOrEqualTo(0.95);
            assertThat(quality.recall()).isGreaterThanOrEqualTo(0.9);
        });
        assertThat(found(clusters))
                .hasSize(Edits.values().length)
                .allSatisfy((edit, share) -> assertThat(share).as(edit.name()).isGreaterThanOrEqualTo(0.95));
    }

    @Test
    void inWhateverOrderTheyArriveFewOtherTextsAreTakenForCopies() {
        invent();
        Collections.shuffle(told, random);
        var quality = quality(clusters());
        assertThat(quality.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(quality.recall()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void theSamePostsInTheSameOrderGiveTheSameStories() {
        invent();
        assertThat(clusters()).isEqualTo(clusters());
    }
}
