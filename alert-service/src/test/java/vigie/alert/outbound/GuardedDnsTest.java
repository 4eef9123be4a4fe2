package vigie.alert.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedDnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1",
                "2001::1",
                "2130706433",
                "localhost"
            })
    void insideIsInsideHoweverItIsWritten(String host) {
        assertThatThrownBy(() -> guard(false).resolve(host)).isInstanceOf(GuardedDns.PrivateAddress.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "2002:808:808::1"})
    void theRestOfTheWorldCanBeReached(String host) throws UnknownHostException {
        assertThat(GuardedDns.isPublic(InetAddress.getByName(host))).isTrue();
    }

    @Test
    void aSettingOpensOnesOwnNetwork() throws UnknownHostException {
        assertThat(guard(true).resolve("127.0.0.1")).hasSize(1);
    }

    @Test
    void aRangeOpensThatPartOfItAlone() throws UnknownHostException {
        assertThat(guard(false, "10.1.0.0/16", "fd00::/8").resolve("10.1.255.3"))
                .hasSize(1);
        assertThat(guard(false, "10.1.0.0/16", "fd00::/8").resolve("fd12::1")).hasSize(1);
        for (var outside : List.of("10.2.0.1", "127.0.0.1", "fe80::1", "169.254.169.254")) {
            assertThatThrownBy(() -> guard(false, "10.1.0.0/16", "fd00::/8").resolve(outside))
                    .as(outside)
                    .isInstanceOf(GuardedDns.PrivateAddress.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0", "10.1.0.0/33", "example.org/8", "/8", "10.1/16x"})
    void whatIsNoRangeIsRefusedAtTheStart(String range) {
        assertThatThrownBy(() -> guard(false, range)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GuardedDns guard(boolean allowPrivate, String... ranges) {
        return new GuardedDns(new OutboundSettings(Duration.ofSeconds(1), allowPrivate, List.of(ranges)));
    }
}
