package vigie.alert.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.PostId;

class ConsentIdsTest {

    private static final String KEY = "the key of this installation";
    private static final String OTHER_KEY = "the key of another one";
    private static final String PLAIN =
            PostId.hash("email\nanna@person.example").substring(0, 32);

    private final ConsentIds ids = new ConsentIds(KEY, List.of());

    @Test
    void aNewConsentsIdTellsNothingWithoutTheKey() {
        var id = ids.of("email", "anna@person.example").get(0);
        assertThat(id).hasSize(32).isNotEqualTo(PLAIN);
        assertThat(new ConsentIds(OTHER_KEY, List.of()).of("email", "anna@person.example"))
                .doesNotContain(id);
    }

    @Test
    void anAddressIsTheSameInCapitalsAndAnotherOnAnotherChannel() {
        var all = ids.of("email", "anna@person.example");
        assertThat(ids.of("email", " Anna@Person.example ")).isEqualTo(all);
        assertThat(ids.of("sms", "anna@person.example")).doesNotContainAnyElementsOf(all);
    }

    @Test
    void aConsentGivenUnderAFormerKeyOrBeforeIdsHadOneIsFoundStill() {
        var now = new ConsentIds(OTHER_KEY, List.of(KEY)).of("email", "anna@person.example");
        var then = ids.of("email", "anna@person.example").get(0);
        assertThat(now).hasSize(3).doesNotHaveDuplicates().endsWith(then, PLAIN);
    }
}
