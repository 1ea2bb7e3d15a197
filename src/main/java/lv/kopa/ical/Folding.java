package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Lines of at most 75 octets, never broken inside a character (RFC 5545 §3.1); iCal4j counts characters instead. */
final class Folding {

    private static final int LIMIT = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Folding() {}

    static byte[] folded(String lines) {
        var folding = new Folding();
        folding.add(lines.getBytes(UTF_8));
        return folding.out.toByteArray();
    }

    private void add(byte[] octets) {
        int start = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\r' || octets[i] == '\n') {
                addLine(octets, start, i);
                out.write(octets[i]);
                start = i + 1;
            }
        }
        addLine(octets, start, octets.length);
    }

    private void addLine(byte[] octets, int from, int end) {
        int start = from;
        for (int room = LIMIT; end - start > room; room = LIMIT - 1) {
            int cut = start + room;
            while (isInsideCharacter(octets[cut])) {
                cut--;
            }
            out.write(octets, start, cut - start);
            out.writeBytes(FOLD);
            start = cut;
        }
        out.write(octets, start, end - start);
    }

    private static boolean isInsideCharacter(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}
