package lv.kopa.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import lv.kopa.text.Language;

/** Makes text of bytes: Unicode, or else the letters that Windows has used where a language is written. */
final class Letters {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Letters() {}

    static String of(byte[] file, Language writer) {
        String text = decoded(file, writer);
        if (text.indexOf('\0') >= 0) {
            throw new TableUnreadable("table.fault.no-text");
        }
        return withoutMark(text);
    }

    static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String decoded(byte[] file, Language writer) {
        try {
            return decode(file, unicode(file));
        } catch (CharacterCodingException older) {
            try {
                return decode(file, windows(writer));
            } catch (CharacterCodingException neither) {
                throw new TableUnreadable("table.fault.encoding");
            }
        }
    }

    private static String decode(byte[] file, Charset letters) throws CharacterCodingException {
        return letters.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }

    private static Charset unicode(byte[] file) {
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return file.length > 1 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    /** Who reads English here writes the names of the Baltic. */
    private static Charset windows(Language writer) {
        return Charset.forName(
                switch (writer) {
                    case LV, EN -> "windows-1257";
                    case NB -> "windows-1252";
                    case UK, RU -> "windows-1251";
                });
    }
}
