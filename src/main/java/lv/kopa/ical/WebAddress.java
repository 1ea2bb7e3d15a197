package lv.kopa.ical;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Addresses a calendar program may offer to click: anything but http and https would run or read something there. */
final class WebAddress {

    private static final int LAST_OF_ASCII = 0x7F;

    private WebAddress() {}

    /** The address in ASCII; a URI object holds no control characters, so it cannot end a line of the file. */
    static URI checked(URI address) {
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        String text = address.toString();
        boolean ascii = text.chars().allMatch(each -> each <= LAST_OF_ASCII);
        // with half a surrogate in it toASCIIString fails
        boolean sound = ascii || StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!web || !sound || address.getHost() == null) {
            throw new IllegalArgumentException("Not an http or https address: " + address);
        }
        return ascii ? address : URI.create(address.toASCIIString());
    }
}
