package lv.kopa.mail;

import java.util.regex.Pattern;

/** Text that is to stand on one line of a mail's head, whatever people have typed. */
public final class HeaderText {
    private static final Pattern BREAKS_THE_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private HeaderText() {}

    public static String clean(String typed, int longest) {
        String line = BREAKS_THE_LINE.matcher(typed).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        boolean splits = Character.isHighSurrogate(line.charAt(longest - 2));
        return line.substring(0, splits ? longest - 2 : longest - 1).strip() + "…";
    }
}
