package lv.kopa.ical;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text without the characters that iCal4j writes as they are and some readers take for the end of a line, which would
 * let a title add properties of its own.
 */
final class CleanText {

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n\t]]");
    private static final Pattern ACCENTS_ON_NOTHING = Pattern.compile("(?<=\n)\\p{Mn}+");
    private static final Pattern LINE_OR_TAB = Pattern.compile("[\n\t]");
    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");

    private CleanText() {}

    /** Several lines: only LF ends one; no control characters, no half surrogates, NFC. */
    static String lines(String text) {
        if (text.chars().allMatch(CleanText::isSound)) {
            return text;
        }
        String plain =
                CONTROLS.matcher(LINE_ENDS.matcher(text).replaceAll("\n")).replaceAll("");
        // after an LF, which is written "\\n", an accent would join the n and the file be no NFC
        String sound = ACCENTS_ON_NOTHING.matcher(plain).replaceAll("");
        // last, because taking a character out can bring a letter and its accent together
        return Normalizer.normalize(sound, Normalizer.Form.NFC);
    }

    /** Letters of Latin and Cyrillic, punctuation and lines, as most texts have no others. */
    private static boolean isSound(int character) {
        return (character >= ' ' && character <= '~')
                || character == '\n'
                || (character >= '\u00A0' && character <= '\u02FF')
                || (character >= '\u0400' && character <= '\u0482')
                || (character >= '\u2010' && character <= '\u2027');
    }

    /** One line. */
    static String line(String text) {
        return LINE_OR_TAB.matcher(lines(text)).replaceAll(" ");
    }

    /**
     * One line for a parameter: readers show the RFC 6868 form of a quotation mark as it stands, and some stumble over a
     * backslash at the end of a value or a sign of equality at its beginning.
     */
    static String name(String text) {
        return line(text).replace('"', '”').replace('\\', '/').replace('=', '-');
    }

    /** One line without a comma, where some readers split even if it is escaped. */
    static String category(String text) {
        return COMMAS.matcher(line(text)).replaceAll(" / ").strip();
    }
}
