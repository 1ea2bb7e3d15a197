package lv.kopa.mail.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHostsTest {
    private final PublicHosts hosts = new PublicHosts(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.1.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fe80::1",
                "fec0::1",
                "fd00::1",
                "ff02::1"
            })
    void addressesOfNobodyInParticularAreRefused(String address) throws Exception {
        assertThat(hosts.allows(InetAddress.getByName(address))).isFalse();
        assertThat(hosts.allows(address)).isFalse();
        assertThat(new PublicHosts(true).allows(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "193.0.0.1", "2a00:1450:4001::1"})
    void addressesOfThePublicInternetAreAllowed(String address) throws Exception {
        assertThat(hosts.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost"})
    void aNameIsWhatItsAddressesAre(String host) throws Exception {
        assertThat(hosts.allows(host)).isFalse();
    }
}
