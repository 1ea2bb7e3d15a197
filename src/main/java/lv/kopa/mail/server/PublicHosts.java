package lv.kopa.mail.server;

import io.micronaut.context.annotation.Value;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses an organisation may name as its mail server: those of the public internet. Else whoever may name one
 * could have us knock at doors of our own network. {@code kopa.mail.private-hosts} allows all.
 */
@Singleton
public class PublicHosts {
    /** What is not for everybody (RFC 6890 and the registries it made), and what is wrapped around such addresses. */
    private static final List<IpSubnetFilterRule> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(PublicHosts::rule)
            .toList();

    private final boolean everywhere;

    PublicHosts(@Value("${kopa.mail.private-hosts}") boolean everywhere) {
        this.everywhere = everywhere;
    }

    /** Whether organisations may name hosts of a private network, and do without TLS there. */
    public boolean everywhere() {
        return everywhere;
    }

    /** Whether we may talk to an address. */
    public boolean allows(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return everywhere || SPECIAL.stream().noneMatch(special -> special.matches(socket));
    }

    /**
     * Whether we may talk to all addresses that a host has at the moment.
     *
     * @throws UnknownHostException if it has none
     */
    public boolean allows(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).allMatch(this::allows);
    }

    private static IpSubnetFilterRule rule(String network) {
        int slash = network.indexOf('/');
        return new IpSubnetFilterRule(
                network.substring(0, slash), Integer.parseInt(network.substring(slash + 1)), IpFilterRuleType.ACCEPT);
    }
}
