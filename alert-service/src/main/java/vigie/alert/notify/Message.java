package vigie.alert.notify;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * What one receiver is told, in the parts that channels put together in their own form. Every text may hold what strangers wrote.
 *
 * @param id the same each time this is tried, so that the other side can drop a repetition
 * @param alert what it is about first of all
 * @param others what else happened to the brand at the same time
 * @param brand its name
 * @param zone where the brand's people live
 * @param language {@code fr} or {@code en}
 * @param link where to look
 * @param acknowledge where to say that one takes care; absent when nothing is left to take care of
 * @param unsubscribe where a person ends these messages; absent for programs
 */
public record Message(
        String id,
        Alert alert,
        List<Alert> others,
        String brand,
        ZoneId zone,
        String language,
        List<Exemplar> exemplars,
        String link,
        @Nullable String acknowledge,
        @Nullable String unsubscribe,
        boolean test) {

    public Message {
        others = List.copyOf(others);
        exemplars = List.copyOf(exemplars);
    }

    public Words words() {
        return Words.in(language);
    }

    /** Brand, how bad, and what changed: what fits the first line of a lock screen. */
    public String headline() {
        return headline(alert);
    }

    private String headline(Alert one) {
        return brand + ": " + words().severity(one.severity()) + words().event(one.event());
    }

    /** One sentence. */
    public String summary() {
        return test ? words().test() : summary(alert);
    }

    private String summary(Alert one) {
        var summary = one.summaries().get(language);
        return summary == null ? one.summaries().getOrDefault("en", one.metric()) : summary;
    }

    /** How bad, what changed, and the sentence: what stands under a subject that names brand and time. */
    public String opening() {
        var how = words().severity(alert.severity()) + words().event(alert.event());
        return test
                ? summary()
                : how.substring(0, 1).toUpperCase(words().locale()) + how.substring(1) + ". " + summary();
    }

    /** Brand, what it is about and since when: the same while the incident lasts. */
    public String subject() {
        return brand + ": " + words().subject(alert.metric()) + ", " + sinceShort();
    }

    /** All of it on one line, for where nothing else is shown. */
    public String lockScreen() {
        return test ? brand + ": " + summary() : headline() + ", " + sinceShort() + ". " + summary();
    }

    private String sinceShort() {
        return words().since().formatted(words().shortMoment(alert.openedAt(), zone));
    }

    public String severity() {
        return words().severity(alert.severity());
    }

    public String since() {
        return words().since().formatted(words().moment(alert.openedAt(), zone));
    }

    public String figures() {
        return words().figures(alert);
    }

    /** The others, a sentence each. */
    public List<String> gathered() {
        return others.stream().map(one -> headline(one) + ". " + summary(one)).toList();
    }
}
