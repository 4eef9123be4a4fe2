package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.Alert;

/** Incidents are read back as written, newest first, and at once. */
class AlertsIT extends StoreIT {

    @Test
    void anAlertIsSeenAsSoonAsTheWriteReturns() {
        var opened = alert("1", "acme", Said.NOON, Alert.Event.OPEN, Alert.MachineState.OPEN, 1);
        assertThat(store.bulk(List.of(StoreWrite.alert(opened))).rejected()).isZero();
        assertThat(list(new AlertFilter(null, null, null, null))).containsExactly("1");
        assertThat(store.alert("1")).hasValue(opened);
        var resolved = alert("1", "acme", Said.NOON, Alert.Event.RESOLVE, Alert.MachineState.RESOLVED, 2);
        store.bulk(List.of(StoreWrite.alert(resolved), StoreWrite.alert(opened)));
        assertThat(list(new AlertFilter(null, "open", null, null))).isEmpty();
        assertThat(list(new AlertFilter(null, "resolved", null, null))).containsExactly("1");
    }

    @Test
    void whatWasOpenWhenThePeriodBeforeEndedIsCountedBesideWhatIsOpenNow() {
        store.bulk(List.of(
                StoreWrite.alert(alert("s1", "acme", Said.NOON, Alert.Event.OPEN, Alert.MachineState.OPEN, 1)),
                StoreWrite.alert(alert("s2", "acme", Said.NOON, Alert.Event.RESOLVE, Alert.MachineState.RESOLVED, 1))));
        assertThat(openBefore(Said.NOON)).as("none had begun").isZero();
        assertThat(openBefore(Said.NOON.plusSeconds(1))).as("both had begun").isEqualTo(2);
        assertThat(openBefore(Said.NOON.plusSeconds(86_400))).as("one was over").isEqualTo(1);
    }

    private long openBefore(Instant from) {
        var summary = store.summary(
                MentionFilter.between(from, from.plusSeconds(3_600)).build());
        assertThat(summary.openAlerts()).isEqualTo(1);
        return summary.previous().openAlerts();
    }

    @Test
    void alertsAreListedByOpeningNewestFirst() {
        for (var i = 0; i < 5; i++) {
            store.bulk(List.of(StoreWrite.alert(alert(
                    "a" + i,
                    i == 3 ? "globex" : "acme",
                    Said.NOON.plusSeconds(60L * i),
                    Alert.Event.OPEN,
                    Alert.MachineState.OPEN,
                    1))));
        }
        assertThat(list(new AlertFilter(null, null, null, null))).containsExactly("a4", "a3", "a2", "a1", "a0");
        assertThat(list(new AlertFilter(List.of("globex"), null, null, null))).containsExactly("a3");
        assertThat(list(new AlertFilter(List.of(), null, null, null))).isEmpty();
        assertThat(list(new AlertFilter(null, null, Said.NOON.plusSeconds(60), Said.NOON.plusSeconds(120))))
                .containsExactly("a1");
        var first = store.alerts(new AlertFilter(null, null, null, null), 3, null);
        assertThat(first.total()).isEqualTo(5);
        assertThat(store.alerts(new AlertFilter(null, null, null, null), 3, first.cursor())
                        .items())
                .extracting(Alert::id)
                .containsExactly("a1", "a0");
        assertThatThrownBy(() -> new AlertFilter(null, "closed", null, null)).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void alertsAreFoundByWhatTheySayAndHowGraveTheyAre() {
        var alert = alert("1", "acme", Said.NOON, Alert.Event.OPEN, Alert.MachineState.OPEN, 1);
        store.bulk(List.of(StoreWrite.alert(alert)));
        for (var filter : List.of(
                asked(null, null, null, "BEAUCOUP"),
                asked("negative-spike", null, null, null),
                asked(null, "negative", 2, "many"))) {
            assertThat(list(filter)).as("%s", filter).containsExactly("1");
            assertThat(filter.fits(alert)).isTrue();
        }
        for (var filter : List.of(
                asked(null, null, null, "many others"),
                asked("volume-spike", null, null, null),
                asked(null, "mentions", null, null),
                asked(null, null, 3, null))) {
            assertThat(list(filter)).as("%s", filter).isEmpty();
            assertThat(filter.fits(alert)).isFalse();
        }
    }

    private static AlertFilter asked(
            @Nullable String rule, @Nullable String metric, @Nullable Integer minSeverity, @Nullable String q) {
        return new AlertFilter(null, null, null, null, rule, metric, minSeverity, q);
    }

    @Test
    void anIncidentThatWasNoneIsNotListedButCanBeOpened() {
        store.bulk(List.of(StoreWrite.alert(
                alert("1", "acme", Said.NOON, Alert.Event.WITHDRAWN, Alert.MachineState.RESOLVED, 2))));
        assertThat(list(new AlertFilter(null, null, null, null))).isEmpty();
        assertThat(store.alert("1")).isPresent();
    }

    private List<String> list(AlertFilter filter) {
        return store.alerts(filter, 100, null).items().stream().map(Alert::id).toList();
    }

    static Alert alert(
            String id, String brand, Instant openedAt, Alert.Event event, Alert.MachineState state, long revision) {
        return new Alert(
                id,
                brand,
                "negative-spike",
                brand + ":negative-spike",
                "negative",
                event,
                state,
                Alert.People.NOBODY,
                2,
                openedAt,
                openedAt,
                state == Alert.MachineState.RESOLVED ? openedAt.plusSeconds(60) : null,
                120,
                12.5,
                3.5,
                "15m",
                30,
                Map.of("en", "many", "fr", "beaucoup"),
                true,
                null,
                List.of(),
                revision,
                1_000,
                openedAt,
                true,
                null,
                null);
    }
}
