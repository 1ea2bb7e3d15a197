package lv.kopa.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import lv.kopa.text.InvalidInput;

/**
 * Where in a list to go on, and how far: `?cursor=…&limit=…`. A controller takes it as an argument.
 *
 * @param after the place of the last item already told; before the first one where the list begins
 */
public record Cursor(long after, int size) {
    static final Cursor BEGINNING = new Cursor(Long.MIN_VALUE, 50);
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    /** How many to look for: one more than asked, to know whether there is more. */
    public int sizeAndOne() {
        return size + 1;
    }

    static String after(long place) {
        byte[] opaque = ("after:" + place).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(opaque);
    }

    Cursor from(String cursor) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return new Cursor(Long.parseLong(place.replaceFirst("^after:", "")), size);
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidInput("cursor", "web.invalid.value");
        }
    }

    Cursor limitedTo(String limit) {
        if (!NUMBER.matcher(limit).matches()) {
            throw new InvalidInput("limit", "web.invalid.value");
        }
        return new Cursor(after, Math.min(Integer.parseInt(limit), MOST));
    }
}
