package lv.kopa.ical;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What strangers type who mean calendars and mails harm, or only have an odd keyboard. */
public final class Hostile {
    private Hostile() {}

    public static Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "\r",
                "\n",
                "\r\n",
                "\u000B",
                "\f",
                "\0",
                "\u0085",
                "\u2028",
                "\u2029",
                "\t",
                "\\",
                "\\n",
                ",",
                ";",
                ":",
                "\"",
                "^n",
                "^'",
                "=",
                " ",
                "X-EVIL:1",
                "\r\nBcc: spy@evil.example",
                "\r\n\r\n",
                "=?utf-8?q?=0D=0ABcc:?=",
                "<>",
                "@",
                "END:VEVENT",
                "END:VEVENT\r\n",
                "METHOD:CANCEL",
                "BEGIN:VALARM",
                "ATTENDEE:mailto:a@b",
                "a",
                "ā",
                "👩‍👩‍👧",
                "\ud83c",
                "שלום",
                "\u202E",
                "\uFEFF");
        return Arbitraries.oneOf(piece, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }
}
