package lv.kopa.ical;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Addresses a calendar program may offer to click: anything but http and https would run or read something there. */
final class WebAddress {

    private WebAddress() {}

    /** The address in ASCII; a URI object holds no control characters, so it cannot end a line of the file. */
    static URI checked(URI address) {
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        // with half a surrogate in it toASCIIString fails
        boolean sound = StandardCharsets.UTF_8.newEncoder().canEncode(address.toString());
        if (!web || !sound || address.getHost() == null) {
            throw new IllegalArgumentException("Not an http or https address: " + address);
        }
        return URI.create(address.toASCIIString());
    }
}
