package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.alert.spike.FiveMinutes;
import vigie.alert.spike.Judgement;
import vigie.alert.spike.Severity;
import vigie.model.Alert;
import vigie.model.AlertRule;

/**
 * Compares what a walk found with what was said before, and says the difference: at most one update an incident and walk. Whatever
 * is walked twice is said once.
 */
final class Ledger {

    /** Figures of an open bucket move with every mention; a screen needs them less often. */
    private static final Duration BETWEEN_UPDATES = Duration.ofSeconds(5);

    private final Incidents incidents;
    private final BucketVoices voices;
    private final Parents parents;
    private final Watchlist watchlist;
    private final Consumer<Alert> out;
    private final Set<Series> unsaid = new HashSet<>();

    Ledger(Incidents incidents, BucketVoices voices, Parents parents, Watchlist watchlist, Consumer<Alert> out) {
        this.incidents = incidents;
        this.voices = voices;
        this.parents = parents;
        this.watchlist = watchlist;
        this.out = out;
    }

    /**
     * The time a walk covered.
     *
     * @param since of the brand
     * @param closed whether its buckets were complete, so that what it did not find is not there
     */
    record Walk(Series series, Instant since, long from, long to, boolean closed) {

        boolean covers(Incident incident) {
            var opened = FiveMinutes.of(incident.alert().openedAt());
            return opened >= from && opened < to;
        }

        /** Whether it went as far as what was published: one that ends earlier cannot take anything back. */
        boolean reaches(Incident incident) {
            return FiveMinutes.of(incident.alert().lastAt()) < to;
        }
    }

    void reconcile(Walk walk, AlertRule rule, List<Episode> episodes, Cause cause) {
        if (episodes.isEmpty() && !walk.closed()) {
            return;
        }
        var known = incidents.around(walk.series().brand(), walk.since(), rule, walk.from(), walk.to());
        var matched = new HashSet<String>();
        for (var episode : episodes) {
            var incident = match(known, episode, matched);
            if (incident == null) {
                open(walk, rule, episode, cause);
            } else {
                matched.add(incident.alert().id());
                update(walk, rule, incident, episode, cause);
            }
        }
        if (walk.closed()) {
            notFound(walk, known, matched, cause);
        }
    }

    /** Series with figures that came too soon after the last since this was last called; they are to be looked at again. */
    Set<Series> unsaid() {
        var series = Set.copyOf(unsaid);
        unsaid.clear();
        return series;
    }

    /** A rule that is off or gone says nothing more; what it left open ends. */
    void end(Series series, Instant since, String rule, long bucket, Cause cause) {
        for (var incident : incidents.around(series.brand(), since, rule, 0, bucket)) {
            if (incident.open()) {
                resolve(incident, cause);
            }
        }
    }

    private static @Nullable Incident match(List<Incident> known, Episode episode, Set<String> matched) {
        for (var incident : known) {
            var alert = incident.alert();
            var first = FiveMinutes.of(alert.openedAt());
            var last = FiveMinutes.of(alert.lastAt());
            if (first <= episode.last() && last >= episode.opened() && !matched.contains(alert.id())) {
                return incident;
            }
        }
        return null;
    }

    private void open(Walk walk, AlertRule rule, Episode episode, Cause cause) {
        var shown = episode.shown();
        if (shown == null) {
            return;
        }
        var brand = walk.series().brand();
        var id = incidents.newId(brand, walk.since(), rule.id(), episode.opened());
        var parent = parent(walk, rule, episode, Severity.of(shown, rule));
        var alert = AlertDraft.first(id, rule, cause)
                .stands(episode, true)
                .figures(figures(walk, rule, shown, episode))
                .inhibited(parent)
                .say(Alert.Event.OPEN, parent == null && news(episode, cause));
        say(new Incident(alert, alert.tell(), episode.told()));
    }

    private void update(Walk walk, AlertRule rule, Incident incident, Episode episode, Cause cause) {
        var fresh = episode.told().stream().filter(m -> !incident.knows(m)).toList();
        var reaches = walk.reaches(incident);
        var shown = episode.shown();
        var severity = shown == null ? incident.alert().severity() : Severity.of(shown, rule);
        var parent = parent(walk, rule, episode, severity);
        var news = parent == null && news(episode, cause);
        var event = event(incident, episode, fresh, reaches, news);
        if (event == null && !walk.closed() && !isTimeToShow(incident, cause)) {
            // not forgotten: when a burst is over, no mention comes that would bring it up again
            if (shown != null && isNewer(incident, shown, false)) {
                unsaid.add(walk.series());
            }
            return;
        }
        var draft = AlertDraft.after(incident.alert(), cause).stands(episode, reaches || incident.withdrawn());
        if (shown != null && isNewer(incident, shown, reaches && (!fresh.isEmpty() || episode.whole()))) {
            draft.figures(figures(walk, rule, shown, episode));
        }
        if (episode.open()) {
            draft.inhibited(parent);
        }
        if (event != null) {
            var quiet = event == Alert.Event.RESOLVE || (event == Alert.Event.REOPEN && incident.told());
            say(incident.then(draft.say(event, !quiet && news), fresh));
        } else if (draft.differs()) {
            say(incident.then(draft.say(Alert.Event.UPDATE, false), List.of()));
        }
    }

    private static Alert.@Nullable Event event(
            Incident incident, Episode episode, List<Moment> fresh, boolean reaches, boolean news) {
        if (!fresh.isEmpty()) {
            return fresh.get(fresh.size() - 1).event();
        }
        if (incident.withdrawn()) {
            return Alert.Event.OPEN;
        }
        if (incident.open() && !episode.open() && reaches) {
            return Alert.Event.RESOLVE;
        }
        if (!incident.open() && episode.open()) {
            return Alert.Event.REOPEN;
        }
        // recorded as history, but it goes on: now it is news
        return !incident.told() && episode.shown() != null && news ? Alert.Event.OPEN : null;
    }

    /** A part is not told while the whole is, unless it is the graver one. */
    private @Nullable String parent(Walk walk, AlertRule rule, Episode episode, int severity) {
        return parents.over(rule, walk.since(), episode.opened(), episode.last(), severity);
    }

    private static boolean news(Episode episode, Cause cause) {
        return episode.open() && cause.isNews(FiveMinutes.end(episode.last()));
    }

    private static boolean isTimeToShow(Incident incident, Cause cause) {
        return !cause.now().isBefore(incident.alert().decidedAt().plus(BETWEEN_UPDATES));
    }

    /**
     * @param decisive whether the walk saw all there is since the last event and went as far as what is shown; otherwise only stronger
     *     evidence replaces it, or a walk that is still on its way to the present would show a crisis as small as it began
     */
    private static boolean isNewer(Incident incident, Judgement shown, boolean decisive) {
        var explanation = incident.alert().explanation();
        if (explanation == null || shown.z() > explanation.z()) {
            return true;
        }
        return decisive
                && (shown.z() < explanation.z()
                        || shown.window().seen() != incident.alert().observed());
    }

    /** What this walk should have found and did not, and what stayed open beyond its detector. */
    private void notFound(Walk walk, List<Incident> known, Set<String> matched, Cause cause) {
        for (var incident : known) {
            if (matched.contains(incident.alert().id()) || incident.withdrawn()) {
                continue;
            }
            var opened = FiveMinutes.of(incident.alert().openedAt());
            if (walk.covers(incident) && !incident.told()) {
                say(incident.then(
                        AlertDraft.after(incident.alert(), cause).ends(null).say(Alert.Event.WITHDRAWN, false),
                        List.of()));
            } else if (incident.open() && opened < walk.to() && walk.reaches(incident)) {
                resolve(incident, cause);
            }
        }
    }

    private void resolve(Incident incident, Cause cause) {
        var end = incident.alert().lastAt();
        say(incident.then(
                AlertDraft.after(incident.alert(), cause).ends(end).say(Alert.Event.RESOLVE, false), List.of()));
    }

    private Shown figures(Walk walk, AlertRule rule, Judgement shown, Episode episode) {
        var last = FiveMinutes.of(shown.at());
        var size = shown.window().window().buckets();
        var beginning = episode.opened() - size;
        return Shown.of(
                shown,
                rule,
                voices.between(walk.series(), last - size + 1, last),
                voices.between(walk.series(), beginning - FiveMinutes.PER_DAY, beginning),
                watchlist.ownWords(walk.series().brand()));
    }

    private void say(Incident incident) {
        incidents.put(incident);
        out.accept(incident.alert());
    }
}
