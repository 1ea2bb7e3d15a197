package lv.kopa.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes what people and programs send fit to be kept: composed Unicode, LF line ends, no control characters, no halves of
 * characters. */
public final class PlainText {
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    /** Characters that turn the direction of what stands after them, in sentences that are not the writer's own. */
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PlainText() {}

    /** A text of any number of lines. */
    public static String clean(String typed) {
        String lines = LINE_ENDS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll("\n");
        return CONTROLS.matcher(lines).replaceAll("").strip();
    }

    /** A text of one line, such as a name in a sentence of ours. */
    public static String line(String typed) {
        return SPACES.matcher(TURNS.matcher(clean(typed)).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
