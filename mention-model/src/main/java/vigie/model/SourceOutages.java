package vigie.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a source was not heard: few mentions in a period may mean few posts, or a source that was down.
 *
 * @param source its id
 * @param since from when on this is known
 * @param until when it was last told, at least once a minute while the source is asked
 * @param outages the newest hundred, in order; only the last can still go on
 */
public record SourceOutages(String source, Instant since, Instant until, List<Outage> outages) {

    private static final int MOST = 100;

    /** One failed attempt is no outage. */
    private static final Duration FIRM = Duration.ofSeconds(90);

    /** How long a source may go on unchanged before it is told again. */
    private static final Duration TOLD = Duration.ofMinutes(1);

    /** Whoever asks the source was not running, when nothing was told for so long. */
    private static final Duration SILENT = Duration.ofMinutes(3);

    public SourceOutages {
        outages = outages == null ? List.of() : List.copyOf(outages);
    }

    /**
     * One time without an answer.
     *
     * @param to null while it goes on
     * @param state {@code down}, {@code paused}, or {@code unasked}: the service that asks was not running
     * @param error why, one sentence, never with a secret
     */
    public record Outage(
            Instant from,
            @Nullable Instant to,
            String state,
            @Nullable String error) {}

    /** Of a source that says for the first time how it fares. */
    public static SourceOutages first(SourceStatus status) {
        return new SourceOutages(status.source(), status.at(), status.at(), List.of()).after(status);
    }

    /** With what a source says of itself now; the same while that is no news. */
    public SourceOutages after(SourceStatus status) {
        var now = status.at();
        // a process just started has not asked yet
        if (now.isBefore(until) || (status.state().equals("up") && status.lastSuccess() == null)) {
            return this;
        }
        var told = asOf(now);
        var open = told.open();
        var next = next(open, status);
        if (Objects.equals(open, next)) {
            return now.isBefore(until.plus(TOLD)) ? this : new SourceOutages(source, since, now, outages);
        }
        return told.with(next, now);
    }

    /** As it stands at a time when nothing newer was told: a source about which there is silence is not asked. */
    public SourceOutages asOf(Instant now) {
        return open() == null && until.plus(SILENT).isBefore(now)
                ? with(new Outage(until, null, "unasked", null), until)
                : this;
    }

    /** Those outages that fell at least partly into a period. */
    public SourceOutages within(Instant from, Instant to) {
        var met = outages.stream()
                .filter(o -> o.from().isBefore(to) && (o.to() == null || o.to().isAfter(from)))
                .toList();
        return new SourceOutages(source, since, until, met);
    }

    private static @Nullable Outage next(@Nullable Outage open, SourceStatus status) {
        if (!status.state().equals("up")) {
            return new Outage(open == null ? status.at() : open.from(), null, status.state(), status.error());
        }
        return open == null ? null : new Outage(open.from(), status.at(), open.state(), open.error());
    }

    private @Nullable Outage open() {
        var last = outages.isEmpty() ? null : outages.get(outages.size() - 1);
        return last != null && last.to() == null ? last : null;
    }

    /** The open outage becomes another; one that turns out to be a blip is none. */
    private SourceOutages with(@Nullable Outage next, Instant told) {
        var all = new ArrayList<>(open() == null ? outages : outages.subList(0, outages.size() - 1));
        if (next != null && (next.to() == null || !next.from().plus(FIRM).isAfter(next.to()))) {
            all.add(next);
        }
        var start = since;
        while (all.size() > MOST) {
            start = Objects.requireNonNullElse(all.remove(0).to(), start);
        }
        return new SourceOutages(source, start, told, all);
    }
}
