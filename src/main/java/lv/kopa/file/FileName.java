package lv.kopa.file;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lv.kopa.text.PlainText;

/** What a file is called when it is given out: a name that every system takes, with an end that says what it is. */
final class FileName {
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
    private static final Pattern UNFIT = Pattern.compile("[<>:\"|?*\\p{Cc}\\p{Co}]|[\\p{Cf}&&[^\\u200D]]");
    private static final Pattern EDGES = Pattern.compile("^[ .]+|[ .]+$");
    private static final int LONGEST = 120;

    private FileName() {}

    /**
     * A name fit to be kept.
     *
     * @param ends what files of its type end in, the usual first
     */
    static String of(String sent, List<String> ends) {
        String line = PlainText.line(sent.replace('\n', ' ').replace('\r', ' '));
        String name = EDGES.matcher(
                        UNFIT.matcher(FOLDERS.matcher(line).replaceFirst("")).replaceAll("_"))
                .replaceAll("");
        String lower = name.toLowerCase(Locale.ROOT);
        String end = ends.stream().filter(lower::endsWith).findFirst().orElse("");
        String stem =
                EDGES.matcher(name.substring(0, name.length() - end.length())).replaceAll("");
        return shortened(stem.isEmpty() ? "file" : stem)
                + (end.isEmpty() ? ends.stream().findFirst().orElse("") : name.substring(name.length() - end.length()));
    }

    private static String shortened(String stem) {
        int length = stem.codePointCount(0, stem.length());
        return length <= LONGEST ? stem : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }
}
