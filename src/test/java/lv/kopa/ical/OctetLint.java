package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Rules 1 to 3 and 54 of the checklist: the file as octets, before any meaning. */
final class OctetLint {

    private static final Pattern LINE_END = Pattern.compile("\r\n");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029&&[^\r\n\t]]");

    private final byte[] octets;
    private final List<String> faults;

    private OctetLint(byte[] octets, List<String> faults) {
        this.octets = octets;
        this.faults = faults;
    }

    static void check(byte[] octets, List<String> faults) {
        var lint = new OctetLint(octets, faults);
        lint.checkLines();
        lint.checkCharacters();
    }

    private void checkLines() {
        String raw = new String(octets, ISO_8859_1);
        if (!raw.startsWith("B")) {
            faults.add("the first character is not B (a BOM, a blank line?)");
        }
        if (!raw.endsWith("\r\n") || raw.endsWith("\r\n\r\n")) {
            faults.add("the file does not end in one CRLF");
        }
        var lines = LINE_END.splitAsStream(raw).toList();
        for (int i = 0; i < lines.size(); i++) {
            checkLine(lines.get(i), "line " + (i + 1));
        }
    }

    private void checkLine(String line, String place) {
        if (line.isEmpty()) {
            faults.add(place + ": empty");
        }
        if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            faults.add(place + ": bare CR or LF");
        }
        if (line.length() > 75) {
            faults.add(place + ": " + line.length() + " octets");
        }
        if (!isUtf8(line.getBytes(ISO_8859_1))) {
            faults.add(place + ": not UTF-8, or a character split by folding");
        }
    }

    private static boolean isUtf8(byte[] line) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private void checkCharacters() {
        String unfolded = new String(octets, UTF_8).replace("\r\n ", "");
        if (!Normalizer.isNormalized(unfolded, Normalizer.Form.NFC)) {
            faults.add("not NFC");
        }
        if (CONTROL.matcher(unfolded).find()) {
            faults.add("a control character or line separator");
        }
    }
}
