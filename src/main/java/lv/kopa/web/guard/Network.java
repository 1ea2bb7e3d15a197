package lv.kopa.web.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as one household or school is concerned: an IPv4 address, or the 64 bits of an IPv6
 * address that belong to the network. It is never stored.
 */
public record Network(String name) {
    private static final int BYTES_OF_NETWORK = 8;

    public static Network of(InetAddress address) {
        return address instanceof Inet6Address
                ? new Network(HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_NETWORK))
                : new Network(address.getHostAddress());
    }

    @Override
    public String toString() {
        return "Network";
    }
}
