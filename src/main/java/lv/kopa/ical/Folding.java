package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Lines of at most 75 octets, never broken inside a character (RFC 5545 §3.1); iCal4j counts characters instead. */
final class Folding {

    private static final int LIMIT = 75;

    private Folding() {}

    static byte[] folded(String lines) {
        byte[] octets = lines.getBytes(UTF_8);
        var out = new ByteArrayOutputStream(octets.length + octets.length / 50);
        int column = 0;
        for (int i = 0, length; i < octets.length; i += length) {
            boolean lineEnd = octets[i] == '\r' || octets[i] == '\n';
            length = lengthOfCharacter(octets[i]);
            if (!lineEnd && column + length > LIMIT) {
                out.writeBytes(new byte[] {'\r', '\n', ' '});
                column = 1;
            }
            out.write(octets, i, length);
            column = lineEnd ? 0 : column + length;
        }
        return out.toByteArray();
    }

    private static int lengthOfCharacter(byte first) {
        if ((first & 0x80) == 0) {
            return 1;
        }
        return (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
    }
}
