package vigie.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesThemAndTheNextFindsThem() {
        var home = Home.open(folder);

        var first = Credentials.of(home, Map.of());
        var second = Credentials.of(home, Map.of());

        assertThat(first.generated()).isTrue();
        assertThat(first.apiKey()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(first.adminPassword()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(second.generated()).isFalse();
        assertThat(second.apiKey()).isEqualTo(first.apiKey());
        assertThat(second.adminPassword()).isEqualTo(first.adminPassword());
    }

    @Test
    void onlyTheOwnerCanReadThem() throws Exception {
        var home = Home.open(folder);
        Credentials.of(home, Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.credentials())))
                .isEqualTo("rw-------");
    }

    @Test
    void theEnvironmentGoesFirstAndIsWrittenNowhere() throws Exception {
        var home = Home.open(folder);

        var given = Credentials.of(
                home, Map.of("VIGIE_API_KEY", "from-the-environment", "VIGIE_ADMIN_PASSWORD", "my-own-password"));

        assertThat(given.apiKey()).isEqualTo("from-the-environment");
        assertThat(given.adminPassword()).isEqualTo("my-own-password");
        assertThat(given.generated()).isFalse();
        assertThat(home.credentials()).doesNotExist();
    }

    @Test
    void theyDoNotSlipIntoAMessage() {
        var credentials = Credentials.of(Home.open(folder), Map.of());

        assertThat(credentials.toString()).doesNotContain(credentials.apiKey(), credentials.adminPassword());
    }
}
